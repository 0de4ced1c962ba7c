// Proves that a unit's work list, read from kept states, is what judging everything from scratch would give, on any day.
import {
  type CalendarDate,
  type CourseLog,
  findingsAcross,
  findingsOf,
  pinnedCourse,
  verdictsOf,
} from "@rettvei/engine";
import { anyParallelQuestion, anything, course, daysAfter } from "@rettvei/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coursePosition } from "../judging/course-position.ts";
import { UNKNOWN_UNIT } from "../judging/course-state.ts";
import {
  asPopulation,
  closeStores,
  judging,
  renamed,
  type TestStore,
  testStore,
} from "../testing/test-store.ts";
import { countStale } from "./course-states.ts";
import { loadPopulation } from "./load-population.ts";
import { refreshAll, refreshOutlived } from "./refresh-states.ts";
import { today } from "./store.ts";
import { readUnits } from "./units.ts";
import {
  readWorkList,
  WORK_LIST_GROUPS,
  type WorkListGroup,
  type WorkListPlace,
} from "./work-list.ts";
import { countWorkList } from "./work-list-counts.ts";

closeStores("after each");

interface Line {
  readonly group: WorkListGroup;
  readonly unitId: string;
  readonly on: string;
  readonly courseId: string;
  readonly told: readonly unknown[];
}

/** What the lists should hold, by the engine alone. */
function fromScratch(logs: readonly CourseLog[], asOf: CalendarDate): readonly Line[] {
  const judged = logs.flatMap((log) => pinnedCourse(log, judging.library, asOf) ?? []);
  const across = findingsAcross(judged);
  const lines = judged.flatMap((one): readonly Line[] => {
    const verdicts = verdictsOf(one);
    const at = coursePosition(one.course, verdicts);
    if (!at.running) return [];
    const { courseId } = one.log;
    const findings = [...findingsOf(one), ...across.filter((each) => each.courseId === courseId)];
    const count = (severity: string) =>
      findings.filter(({ rule }) => rule.severity === severity).length;
    const next = at.nextDate;
    const why = next?.verdict;
    const told = [
      at.phase?.id ?? null,
      at.nextStep ?? null,
      next?.kind ?? null,
      why?.rule.id ?? null,
      why?.from.occurredOn ?? null,
      why?.limitDays ?? null,
      at.lastRecord.event,
      at.lastRecord.occurredOn,
      count("error"),
      count("warning"),
      count("info"),
      one.course.edition.edition.edition,
    ];
    const group = next === undefined ? "undated" : "dated";
    const on = next?.on ?? at.lastRecord.occurredOn;
    return [{ group, unitId: at.unitId ?? UNKNOWN_UNIT, on, courseId, told }];
  });
  const key = ({ group, unitId, on, courseId }: Line) => [group, unitId, on, courseId].join("\t");
  return lines.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

async function page(
  { database: { pool } }: TestStore,
  unitId: string,
  group: WorkListGroup,
  after: WorkListPlace | undefined,
  limit: number,
): Promise<readonly Line[]> {
  const query = { of: { unitId }, group, narrowing: {}, after, skip: 0, limit };
  return (await readWorkList(pool, query)).map((row) => ({
    group,
    unitId,
    on: (group === "dated" ? row.next_on : row.last_event_on) ?? "",
    courseId: row.course_id,
    told: [
      row.phase,
      row.next_step,
      row.next_kind,
      row.why_rule,
      row.why_on,
      row.why_limit_days,
      row.last_event,
      row.last_event_on,
      row.errors,
      row.warnings,
      row.infos,
      row.edition,
    ],
  }));
}

async function pages(
  store: TestStore,
  unitId: string,
  group: WorkListGroup,
  size: number,
): Promise<readonly Line[]> {
  const all: Line[] = [];
  for (;;) {
    const next = await page(store, unitId, group, all.at(-1), size);
    all.push(...next);
    if (next.length < size) return all;
  }
}

/** The lists of all units as somebody reads them this morning. */
async function asRead(store: TestStore, size = 7): Promise<readonly Line[]> {
  await refreshOutlived(store, today(store));
  const units = await readUnits(store.database.pool);
  const ids = units.map(({ unitId }) => unitId).sort();
  const lines: Line[] = [];
  for (const group of WORK_LIST_GROUPS) {
    for (const unitId of ids) lines.push(...(await pages(store, unitId, group, size)));
  }
  return lines;
}

function drawnLogs(patients: number, seed: number): readonly CourseLog[] {
  const questions = fc.sample(fc.oneof(anything, anyParallelQuestion), { numRuns: patients, seed });
  return questions.flatMap(({ logs }, place) => logs.map((log) => renamed(log, `n${place}`)));
}

describe("a work list", () => {
  it.each([
    1, 2, 3,
  ])("of random logs is right every morning without a write, seed %i", async (seed) => {
    const first = "2023-11-30";
    const store = await testStore(first);
    const logs = drawnLogs(250, seed);
    await loadPopulation(store, asPopulation(logs));
    let seen = 0;
    for (const days of [0, 1, 2, 16, 40, 367, 368, 500, 1_500]) {
      store.setToday(daysAfter(days, first));
      const expected = fromScratch(logs, today(store));
      expect(await asRead(store)).toEqual(expected);
      seen += expected.length;
    }
    expect(seen).toBeGreaterThan(200);
  });

  it("is right after the clock was set back and the service started again", async () => {
    const store = await testStore("2025-06-01");
    const logs = drawnLogs(100, 7);
    await loadPopulation(store, asPopulation(logs));
    store.setToday("2022-06-01");
    await refreshAll(store, today(store));
    expect(await asRead(store)).toEqual(fromScratch(logs, today(store)));
  });

  it("is right again after all that was kept of judging was lost, or was judged by other editions", async () => {
    const store = await testStore("2024-06-01");
    const logs = drawnLogs(700, 11);
    await loadPopulation(store, asPopulation(logs));
    const { pool } = store.database;
    const lost = await pool.query("DELETE FROM rettvei.course_state WHERE course_id LIKE '%c1%'");
    const second = await pool.query(
      "UPDATE rettvei.course_state SET judged_by = 'x', running = false WHERE course_id LIKE '%c2'",
    );
    const third = await pool.query(
      "UPDATE rettvei.course_state SET judged_by = '0', running = false WHERE course_id LIKE '%c3'",
    );
    const stale = () => countStale(pool, judging.mark, today(store));
    const due = await stale();
    expect(due).toBe((lost.rowCount ?? 0) + (second.rowCount ?? 0) + (third.rowCount ?? 0));
    const told: number[] = [];
    const kept = await refreshAll(store, today(store), (judged) => told.push(judged));
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect([told.at(-1), kept >= due, await stale()]).toEqual([kept, true, 0]);
    expect(await asRead(store)).toEqual(fromScratch(logs, today(store)));
  });

  it("counts its groups, and how many are over, on each day anew", async () => {
    const store = await testStore("2024-03-12");
    const dated = course("tsb")
      .with("pathway-start", "2024-02-20", { unitId: "u1" })
      .with("first-attendance", "2024-02-20", { careLevel: "poliklinikk" }).log;
    const undated = course("psykose", { courseId: "c2", patientId: "p2" }).with(
      "pathway-start",
      "2024-02-20",
      { unitId: "u1", recordId: "r9" },
    ).log;
    await loadPopulation(store, asPopulation([dated, undated]));
    const counts = () => countWorkList(store.database.pool, "u1", today(store), "k1");
    expect(await counts()).toMatchObject({ dated: 1, undated: 1, over: 0 });
    store.setToday("2024-03-13"); // 21 days after 20 February is 12 March
    expect(await counts()).toMatchObject({ dated: 1, undated: 1, over: 1 });
  });

  it("moves a course to another unit on the day a record dated ahead says so", async () => {
    const store = await testStore("2024-03-12");
    const log = course("tsb")
      .with("pathway-start", "2024-02-20", { unitId: "u1" })
      .with("first-attendance", "2024-03-14", { unitId: "u2", careLevel: "dogn" }).log;
    await loadPopulation(store, asPopulation([log]));
    const units = async () => (await asRead(store)).map(({ unitId }) => unitId);
    expect(await units()).toEqual(["u1"]);
    store.setToday("2024-03-13");
    expect(await units()).toEqual(["u1"]);
    store.setToday("2024-03-14");
    expect(await units()).toEqual(["u2"]);
  });

  it("shows courses of which no record names a unit in a list of their own", async () => {
    const store = await testStore();
    await loadPopulation(
      store,
      asPopulation([course("tsb").with("pathway-start", "2026-06-01").log]),
    );
    expect((await asRead(store)).map(({ unitId }) => unitId)).toEqual([UNKNOWN_UNIT]);
  });
});

describe("pages of a work list", () => {
  it("have no gaps and no doubles, at any size, though many rows share a date", async () => {
    const store = await testStore("2024-03-12");
    const starts = ["2024-03-01", "2024-03-01", "2024-03-02"];
    const logs = Array.from({ length: 90 }, (_, n) =>
      renamed(
        course("tsb")
          .with("pathway-start", starts[n % 3] ?? "", { unitId: "u1" })
          .with("first-attendance", starts[n % 3] ?? "", { careLevel: "dogn" }).log,
        `n${n}`,
      ),
    );
    await loadPopulation(store, asPopulation(logs));
    const whole = await page(store, "u1", "dated", undefined, 1_000);
    expect(whole).toHaveLength(90);
    for (const size of [1, 7, 30, 89, 90, 91]) {
      expect(await pages(store, "u1", "dated", size)).toEqual(whole);
    }
  });
});
