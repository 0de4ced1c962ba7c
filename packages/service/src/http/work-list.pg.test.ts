// Proves what a work list can be narrowed to, searched for and taken along, and that one's own holds one's own courses only.
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../access/actor.ts";
import { giveTask } from "../testing/people.ts";
import { type SeededApi, seededApi } from "../testing/seeded-api.ts";
import { ACTOR_HEADER, COORDINATOR } from "../testing/test-app.ts";
import { closeStores } from "../testing/test-store.ts";

closeStores("after all");
let api: SeededApi["api"];
let store: SeededApi["store"];

const PRACTITIONER: Actor = {
  ...COORDINATOR,
  actorId: "behandler",
  role: "practitioner",
  hpr: "9144889",
};
const as = (actor: Actor) => ({ [ACTOR_HEADER]: JSON.stringify(actor) });

const LIST = "/api/units/u1/work-list";

interface Row {
  readonly courseId: string;
}

const idsOf = (rows: readonly Row[]): readonly string[] => rows.map(({ courseId }) => courseId);

const course = (n: string) => ({ courseId: `n${n}-c1`, patientId: `n${n}-p1` });

beforeAll(async () => {
  ({ api, store } = await seededApi());
  await giveTask(store, course("03"), PRACTITIONER, "practitioner");
  const version = (await api.get("/api/courses/n02-c1/assignments")).headers.etag;
  const holder = { role: "coordinator", personId: "tester", personName: "Testine Koordinator" };
  const given = await api.post("/api/courses/n02-c1/assignments", holder, {
    "if-match": String(version ?? '"0"'),
  });
  expect(given.status).toBeLessThan(300);
});

describe("a unit's work list", () => {
  const read = async (query: string) => (await api.get(`${LIST}?${query}`)).body;

  it("counts each view, and shows those that one coordinates or nobody does", async () => {
    const mine = await read("coordinated=by-me");
    expect(mine.counts).toMatchObject({
      mine: { dated: 1, undated: 0 },
      notAssigned: { dated: 11, undated: 0 },
    });
    expect([idsOf(mine.rows), mine.found]).toEqual([["n02-c1"], 1]);
    expect((await read("coordinated=by-nobody&limit=1")).found).toBe(11);
  });

  it("is narrowed by care level and by what the date rests on; both statutory kinds are one", async () => {
    const found = async (query: string) => (await read(query)).found;
    expect(await found("careLevel=poliklinikk")).toBe(12);
    expect(await found("careLevel=dogn")).toBe(0);
    expect(await found("standing=statutory")).toBe(12);
    expect(await found("standing=recommendation")).toBe(0);
    expect(await found("over=true&standing=statutory")).toBe(12);
  });

  it("shows any stretch of itself, as far in as asked", async () => {
    const all = idsOf((await read("limit=200")).rows);
    expect(idsOf((await read("skip=7&limit=3")).rows)).toEqual(all.slice(7, 10));
    expect((await read("skip=500")).rows).toEqual([]);
  });
});

describe("a search in a work list", () => {
  const search = (words: string, actor = COORDINATOR) =>
    api.post(`${LIST}/search`, { words }, as(actor));

  it("finds by parts of the name and the year of birth, all of which must fit", async () => {
    const { body } = await search("skinnbakken TESTINE 1990");
    expect([body.rows.length, body.more]).toEqual([12, false]);
    expect((await search("skinnbakken 19")).body.rows).toHaveLength(12);
    expect((await search("skinnbakken 1991")).body.rows).toEqual([]);
    expect((await search("'; DROP %_")).body.rows).toEqual([]);
  });

  it("asks for three letters at least", async () => {
    const { status, body } = await search("a b c");
    expect([status, body.error.details[0].path]).toEqual([400, "/words"]);
  });

  it("finds nothing at a unit that is not one's own", async () => {
    expect((await search("skinnbakken", { ...COORDINATOR, unitIds: ["u9"] })).status).toBe(404);
  });

  it("is in the audit with everybody it told of, and without what was asked", async () => {
    await search("skinnbakken 11");
    const { rows } = await store.database.pool.query(
      "SELECT * FROM rettvei.audit_entry WHERE route LIKE '%/work-list/search' ORDER BY seq DESC LIMIT 1",
    );
    expect(rows[0].patient_ids).toEqual(["n11-p1"]);
    expect(JSON.stringify(rows[0])).not.toMatch(/skinnbakken/i);
  });
});

describe("a work list as a file", () => {
  it("has a header and each row, and is audited as taken along", async () => {
    const { body } = await api.get(`${LIST}/export?language=nn`);
    const lines = body.csv.trim().split("\r\n");
    expect(lines[0]).toContain("Pasient;Fødd;Forløp");
    expect([lines.length, body.rows]).toEqual([13, 12]);
    expect(lines[1]).toContain("Testine Skinnbakken 0;1990;");
    const { rows } = await store.database.pool.query(
      "SELECT verb, cardinality(patient_ids) AS patients FROM rettvei.audit_entry WHERE route LIKE '%/export' ORDER BY seq DESC LIMIT 1",
    );
    expect(rows).toEqual([{ verb: "x", patients: 12 }]);
  });
});

describe("one's own work list", () => {
  it("holds the courses in which one has a task, and is searched in them alone", async () => {
    const { body } = await api.get("/api/my-work-list", as(PRACTITIONER));
    expect([idsOf(body.rows), body.found, body.counts]).toEqual([
      ["n03-c1"],
      1,
      { dated: 1, undated: 0, over: 1 },
    ]);
    const found = await api.post(
      "/api/my-work-list/search",
      { words: "testine" },
      as(PRACTITIONER),
    );
    expect(idsOf(found.body.rows)).toEqual(["n03-c1"]);
  });

  it("is empty for somebody without a task", async () => {
    const nobody = { ...PRACTITIONER, actorId: "en-annen" };
    expect((await api.get("/api/my-work-list", as(nobody))).body.rows).toEqual([]);
  });
});
