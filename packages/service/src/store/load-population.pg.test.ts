// Proves the loading of a population: every sign as it was, all or nothing, in batches.

import { course, instant } from "@rettvei/testkit";
import { describe, expect, it } from "vitest";
import {
  asPopulation,
  closeStores,
  renamed,
  type TestStore,
  testStore,
} from "../testing/test-store.ts";
import { readPatientCourses } from "./course-logs.ts";
import { isEmpty, loadPopulation, type PopulationCourse } from "./load-population.ts";
import { readPatient } from "./patients.ts";

closeStores("after each");

const LOG = course("tsb")
  .with("pathway-start", "2026-01-05", { unitId: "u1" })
  .with("clinical-decision", "2026-02-05", {
    outcome: "treatment-tsb",
    careLevel: "dogn",
    severity: "serious",
    grantedFor: "treatment",
    condition: "psykose",
    legalDeadline: "2026-03-01",
    recordedAt: "2026-02-05T23:30:00.123Z",
  })
  .correcting("r2", "clinical-decision", "2026-02-06")
  .voiding("r3", { recordedAt: "2026-02-28T23:59:59.999Z" }).log;

async function logsOf({ database }: TestStore, patientId: string) {
  return (await readPatientCourses(database.pool, [patientId])).map(
    ({ lastSeq: _, codes: __, told: ___, patient: ____, hasProposals: _____, ...log }) => log,
  );
}

async function* slowly(courses: readonly PopulationCourse[]): AsyncGenerator<PopulationCourse> {
  for (const one of courses) {
    await Promise.resolve();
    yield one;
  }
}

describe("loading a population", () => {
  it("keeps every field of every record as it was", async () => {
    const store = await testStore();
    await loadPopulation(store, asPopulation([LOG]));
    expect(await logsOf(store, "p1")).toEqual([LOG]);
    expect(instant("2026-02-05T23:30:00.123Z")).toBe(LOG.records[1]?.recordedAt);
  });

  it("keeps signs that mean something to the way it is loaded", async () => {
    const store = await testStore();
    const odd = "a\tb\\N\nc\r\\.\"',{}æøå\u2028😀";
    const log = { ...renamed(LOG, odd), patientId: odd };
    await loadPopulation(store, [
      { log, patient: { patientId: odd, name: odd, birthYear: 1990, personNumber: null } },
      {
        log: renamed(LOG, "\\N"),
        patient: { patientId: "\\N-p1", name: "\\N", birthYear: null, personNumber: null },
      },
    ]);
    expect(await logsOf(store, odd)).toEqual([log]);
    expect(await readPatient(store.database.pool, odd)).toEqual({
      patientId: odd,
      name: odd,
      birthYear: 1990,
    });
    expect(await readPatient(store.database.pool, "\\N-p1")).toMatchObject({ name: "\\N" });
  });

  it("takes several courses of one patient, however far apart they come, and tells how far it is", async () => {
    const store = await testStore();
    const others = Array.from({ length: 2_100 }, (_, n) =>
      renamed(course("tsb").with("pathway-start", "2026-01-05").log, `n${n}`),
    );
    const twins = ["a", "b"].map((name) => ({ ...renamed(LOG, name), patientId: "twin" }));
    const told: number[] = [];
    const population = asPopulation([...twins.slice(0, 1), ...others, ...twins.slice(1)]);
    expect(await isEmpty(store)).toBe(true);
    await loadPopulation(store, slowly(population), (courses) => told.push(courses));
    expect(told).toEqual([2_000, 2_102]);
    expect(await isEmpty(store)).toBe(false);
    expect(await logsOf(store, "twin")).toEqual(twins);
    const { rows } = await store.database.pool.query(
      "SELECT warnings FROM rettvei.course_state WHERE patient_id = 'twin' ORDER BY course_id",
    );
    // Two courses of one pathway run side by side: the later one is told of it.
    expect(rows[1].warnings).toBe(rows[0].warnings + 1);
  });

  it("adds nothing where one course cannot be added", async () => {
    const store = await testStore();
    const good = Array.from({ length: 2_050 }, (_, n) => renamed(LOG, `n${n}`));
    const load = loadPopulation(store, asPopulation([...good, renamed(LOG, "n7")]));
    await expect(load).rejects.toMatchObject({ code: "23505" });
    expect(await isEmpty(store)).toBe(true);
  });
});
