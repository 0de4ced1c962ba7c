// Proves that each unit has its print-out for downtime: readable alone, for its owner alone, the last day of them kept.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepActors } from "../store/role-grants.ts";
import { by, giveTask, LEADER, PRACTITIONER, patientActor } from "../testing/people.ts";
import { type SeededApi, seededApi } from "../testing/seeded-api.ts";
import { closeStores } from "../testing/test-store.ts";
import { downtimeTask, printOut } from "./downtime-task.ts";

closeStores("after all");
let api: SeededApi["api"];
let store: SeededApi["store"];
const dir = mkdtempSync(join(tmpdir(), "rettvei-downtime-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
beforeAll(async () => {
  ({ api, store } = await seededApi());
  const course = { courseId: "n00-c1", patientId: "n00-p1" };
  await giveTask(store, course, PRACTITIONER, "practitioner");
});

const folder = join(dir, "unit-u1");

describe("the print-out of each hour", () => {
  it("tells who, where, what is next and whom to call, with nothing from elsewhere", async () => {
    await printOut(store, dir);
    const [name = ""] = readdirSync(folder);
    const html = readFileSync(join(folder, name), "utf8");
    expect(html).toContain("Ålesund DPS");
    expect(html.match(/Testine Skinnbakken/g)).toHaveLength(12);
    expect(html).toContain("behandler: Odd Elvestrand, tlf. 99 99 99 99");
    expect(html).toContain("§ 2024-02-27 (lovpålagt frist)");
    expect(html).not.toMatch(/<script|<link|https?:|brutt/i);
  });

  it("is for its owner alone, folder and file, and no half written one is left", async () => {
    await printOut(store, dir);
    const names = readdirSync(folder);
    expect(names.filter((name) => !name.endsWith(".html"))).toEqual([]);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of names) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it("takes the place of the oldest when there are 24, and of a unit without courses nothing stays", async () => {
    const old = Array.from(
      { length: 30 },
      (_, n) => `2024-02-${String(n % 28).padStart(2, "0")}T${10 + (n % 10)}.html`,
    );
    for (const name of new Set(old)) writeFileSync(join(folder, name), "old");
    const gone = join(dir, "unit-gone");
    mkdirSync(gone);
    writeFileSync(join(gone, "2024-03-01T10.html"), "old");
    await printOut(store, dir);
    const names = readdirSync(folder).sort();
    expect(names).toHaveLength(24);
    expect(names.at(-1)).toMatch(/^2024-03-20T/);
    expect(readdirSync(dir)).not.toContain("unit-gone");
  });

  it("is made once in an hour, and again where it failed", async () => {
    const file = join(dir, "not-a-folder");
    writeFileSync(file, "");
    const task = downtimeTask(store, file);
    await expect(task.work("", 1)).rejects.toThrow();
    rmSync(file);
    await task.work("", 1);
    expect(readdirSync(file)).toContain("unit-u1");
    rmSync(file, { recursive: true });
    await task.work("", 1);
    expect(readdirSync(dir)).not.toContain("not-a-folder");
  });

  it("is not made anew when the service starts again within the hour", async () => {
    const [name = ""] = readdirSync(folder).sort().reverse();
    writeFileSync(join(folder, name), "as it was made");
    await downtimeTask(store, dir).work("", 1);
    expect(readFileSync(join(folder, name), "utf8")).toBe("as it was made");
  });

  it("does not hold what the patient has blocked for the unit, and escapes what people wrote", async () => {
    const patient = patientActor("n01-p1");
    const body = { against: "unit", id: "u1" };
    expect((await api.post("/api/patients/n01-p1/blocks", body, by(patient))).status).toBe(201);
    const sheet = await api.get("/api/units/u1/downtime-sheet");
    expect(sheet.body.courses).toBe(11);
    rmSync(folder, { recursive: true });
    await printOut(store, dir);
    const html = readFileSync(join(folder, readdirSync(folder).sort().at(-1) ?? ""), "utf8");
    expect(html).toContain("11 pågående forløp");
    expect(html).not.toContain("Testine Skinnbakken 1 (");
  });
});

describe("a print-out asked for now", () => {
  it("is audited as an export of everybody on it", async () => {
    const { status, body } = await api.get("/api/units/u1/downtime-sheet");
    expect(status).toBe(200);
    expect(body.html).toContain("Testine Skinnbakken 0");
    const { rows } = await store.database.pool.query(
      "SELECT verb, patient_ids FROM rettvei.audit_entry WHERE route LIKE '%downtime-sheet' AND outcome = 'allowed' ORDER BY seq DESC LIMIT 1",
    );
    expect(rows[0]).toMatchObject({ verb: "x" });
    expect(rows[0].patient_ids).toHaveLength(11);
  });

  it("is for coordinators and leaders of the unit alone", async () => {
    const ask = (actor: typeof LEADER) => api.get("/api/units/u1/downtime-sheet", by(actor));
    expect((await ask(LEADER)).status).toBe(200);
    expect((await ask({ ...LEADER, unitIds: ["u0"] })).status).toBe(404);
    expect((await ask(PRACTITIONER)).status).toBe(403);
  });
});

describe("the people of a unit", () => {
  it("are those who hold a role there now that may have tasks, by name", async () => {
    const now = store.now();
    const grant = (role: "coordinator" | "practitioner" | "leader", unitId: string) => ({
      role,
      organisation: "TESTHF",
      unitIds: [unitId],
      validFrom: new Date(now.getTime() - 1_000),
      validTo: new Date(now.getTime() + 1_000_000),
      recordedBy: "test",
    });
    const actor = (actorId: string, name: string) => ({
      actorId,
      name,
      kind: "person" as const,
      hpr: null,
      patientId: null,
    });
    const both = [grant("coordinator", "u1"), grant("practitioner", "u1")];
    await keepActors(
      store.database.pool,
      [
        { actor: actor("p-2", "Berit Berg"), identities: [], grants: both },
        { actor: actor("p-1", "Arne Ask"), identities: [], grants: [grant("practitioner", "u1")] },
        { actor: actor("p-3", "Lise Lund"), identities: [], grants: [grant("leader", "u1")] },
        { actor: actor("p-4", "Dag Dal"), identities: [], grants: [grant("practitioner", "u9")] },
      ],
      now,
    );
    const { body } = await api.get("/api/units/u1/people");
    expect(body.people).toEqual([
      { personId: "p-1", name: "Arne Ask", roles: ["practitioner"] },
      { personId: "p-2", name: "Berit Berg", roles: ["coordinator", "practitioner"] },
    ]);
  });
});
