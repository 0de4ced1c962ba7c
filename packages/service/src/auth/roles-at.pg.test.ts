// Proves that roles given from outside the service hold at once, for a time, and are ended at once.
import { beforeAll, expect, it } from "vitest";
import { readActor, readGrants } from "../store/role-grants.ts";
import { closeStores, type TestStore, testStore } from "../testing/test-store.ts";
import { endRoleAt, giveRoleAt, type RoleToGive, rolesAt } from "./roles-at.ts";

closeStores("after all");
let store: TestStore;
beforeAll(async () => {
  store = await testStore("2026-06-30");
});

const IDENTITY = { issuer: "https://sts.example", subject: "abc" };
const asked = (more: Partial<RoleToGive> = {}): RoleToGive => ({
  identity: IDENTITY,
  kind: "person",
  name: "Testine",
  hpr: null,
  patientId: null,
  role: "coordinator",
  organisation: "HF",
  unitIds: ["u1"],
  validTo: new Date("2027-06-30T00:00:00Z"),
  recordedBy: "test",
  ...more,
});
const place = () => ({ dataDir: "/nowhere", databaseUrl: store.url });
const give = async (more: Partial<RoleToGive> = {}) =>
  giveRoleAt(place(), asked(more), store.now());

it("a role holds from when it is given until its day, for the one who was known before", async () => {
  await give();
  await give();
  await give({ role: "leader" });
  const actor = await readActor(store.database.pool, IDENTITY);
  const held = (at: string) =>
    readGrants(store.database.pool, actor?.actorId ?? "", new Date(at)).then((grants) =>
      grants.map(({ role }) => role).sort(),
    );
  expect(await held("2027-06-29T23:59:59Z")).toEqual(["coordinator", "leader"]);
  expect(await held("2027-06-30T00:00:00Z")).toEqual([]);
  expect(await held("2026-06-30T10:59:59Z")).toEqual([]);
});

it("a role that is ended is held by nobody, and cannot be ended twice", async () => {
  const [role] = await rolesAt(place(), store.now());
  const end = () => endRoleAt(place(), role?.grantId ?? "", store.now(), "test");
  await end();
  const left = await rolesAt(place(), store.now());
  expect(left.map(({ grantId }) => grantId)).not.toContain(role?.grantId);
  await expect(end()).rejects.toMatchObject({ code: "bad-input" });
});

it.each([
  ["a role that is none", { role: "king" }],
  ["an end in the past", { validTo: new Date("2026-06-29T00:00:00Z") }],
  ["an end too far away", { validTo: new Date("2029-06-30T00:00:00Z") }],
  ["an end that is no day", { validTo: new Date(Number.NaN) }],
  ["a patient's role without a patient", { role: "patient" }],
  ["a patient with another role", { patientId: "p1" }],
  ["a machine in place of a person", { kind: "machine" }],
] as const)("is not given: %s", async (_, more) => {
  const before = await rolesAt(place(), store.now());
  await expect(give(more)).rejects.toMatchObject({ code: "bad-input" });
  expect(await rolesAt(place(), store.now())).toEqual(before);
});
