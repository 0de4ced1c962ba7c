// Knows the laws of time: what has not happened, or was not known, changes nothing; what is closed stays so.
import {
  asKnownAt,
  type CalendarDate,
  type CourseLog,
  type EventRecord,
  type Instant,
  isVoid,
  pinnedCourse,
  type Verdict,
  verdictsOf,
} from "@rettvei/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyGap } from "../arbitrary/any-date.ts";
import { anyLog, eventRecords } from "../arbitrary/any-log.ts";
import { anyAsOf, anything } from "../arbitrary/any-patient.ts";
import { recordFrom } from "../arbitrary/any-record.ts";
import { nastyRecords } from "../arbitrary/nasty-records.ts";
import { daysAfter } from "../dates.ts";
import { countingRecords } from "../oracle/told-course.ts";
import { engineRows, verdictRow } from "../rows/engine-rows.ts";
import { verdictLines } from "../rows/rows.ts";
import { expectSameRows } from "./disagreement.ts";
import { LIBRARY, RUNS } from "./law-editions.ts";

/** Registered events, none a correction, dated after a date. */
function anyRecordsAfter(asOf: CalendarDate): fc.Arbitrary<readonly EventRecord[]> {
  return nastyRecords.map((drawn) =>
    drawn.map((record, at) =>
      recordFrom(
        { ...record, offset: 1 + Math.abs(record.offset) },
        { recordId: `later-${at}`, firstDay: asOf },
      ),
    ),
  );
}

const anyFuture = anything.chain(({ logs, asOf }) =>
  anyRecordsAfter(asOf).map((added) => ({ logs, asOf, added })),
);

describe("events after the date asked for", () => {
  it("change nothing, unless they correct a record", () => {
    fc.assert(
      fc.property(anyFuture, ({ logs, asOf, added }) => {
        const [first, ...rest] = logs;
        if (first === undefined) return;
        expectSameRows(
          engineRows([{ ...first, records: [...first.records, ...added] }, ...rest], LIBRARY, asOf),
          engineRows(logs, LIBRARY, asOf),
        );
      }),
      { numRuns: RUNS },
    );
  });
});

const anyMoment = anything.chain(({ logs, asOf }) => {
  const moments = logs.flatMap((log) => log.records.map((record) => record.recordedAt));
  return fc.constantFrom(...moments).map((moment) => ({ logs, asOf, moment }));
});

describe("records written after an instant", () => {
  it("change nothing of what was known at it, also where they correct or void", () => {
    fc.assert(
      fc.property(anyMoment, ({ logs, asOf, moment }) => {
        const writtenByThen = logs.map((log) => ({
          ...log,
          records: log.records.filter(
            (record) => Date.parse(record.recordedAt) <= Date.parse(moment),
          ),
        }));
        expectSameRows(
          engineRows(
            logs.map((log) => asKnownAt(log, moment)),
            LIBRARY,
            asOf,
          ),
          engineRows(writtenByThen, LIBRARY, asOf),
        );
      }),
      { numRuns: RUNS },
    );
  });

  it("are the whole log from the last writing on, and none before the first", () => {
    fc.assert(
      fc.property(anyLog(), (log) => {
        const written = log.records.map((record) => record.recordedAt).sort();
        const last = written.at(-1) ?? ("" as Instant);
        expect(asKnownAt(log, last)).toEqual(log);
        expect(asKnownAt(log, "0001-01-01T00:00:00.000Z" as Instant).records).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

/**
 * A course that has started by a date, and goes on after it with plain events that state no fact. The text
 * makes these exceptions to "closed stays closed": severity, grantedFor and condition hold from the last
 * record that carries them, a first start pins the edition, and a correction or void takes a record away.
 */
const anyContinued = anyLog()
  .chain((log) => anyAsOf([log]).map((asOf) => ({ log, asOf })))
  .filter(({ log, asOf }) =>
    countingRecords(log.records, asOf).some((record) => record.event === "pathway-start"),
  )
  .chain(({ log, asOf }) =>
    fc.tuple(anyRecordsAfter(asOf), anyGap).map(([added, gap]) => ({
      log: withRecords(log, added, asOf),
      asOf,
      later: daysAfter(gap + 1, asOf),
    })),
  );

function withRecords(
  log: CourseLog,
  added: readonly EventRecord[],
  factsUntil: CalendarDate,
): CourseLog {
  const records = [...log.records, ...added].map((record) =>
    isVoid(record) || record.occurredOn <= factsUntil ? record : withoutFacts(record),
  );
  return { ...log, records };
}

function withoutFacts(record: EventRecord): EventRecord {
  return { ...record, severity: undefined, grantedFor: undefined, condition: undefined };
}

/** Verdicts that later events cannot change: `to` is there, or an end is and no later event is a `to`. */
function isClosed({ rule, to, end, open }: Verdict, later: readonly EventRecord[]): boolean {
  if (open) return false;
  if (to !== undefined) return true;
  return end !== undefined && !later.some((record) => record.event === rule.to);
}

function verdictsAt(log: CourseLog, asOf: CalendarDate): readonly Verdict[] {
  const judged = pinnedCourse(log, LIBRARY, asOf);
  return judged === undefined ? [] : verdictsOf(judged);
}

describe("a closed verdict", () => {
  it("is not changed by later-dated events that state no fact", () => {
    let closedSeen = 0;
    fc.assert(
      fc.property(anyContinued, ({ log, asOf, later }) => {
        const laterEvents = eventRecords(log).filter((record) => record.occurredOn > asOf);
        const closed = verdictsAt(log, asOf).filter((verdict) => isClosed(verdict, laterEvents));
        const before = verdictLines(closed.map((verdict) => verdictRow(log, verdict)));
        const after = verdictLines(
          verdictsAt(log, later).map((verdict) => verdictRow(log, verdict)),
        );
        closedSeen += closed.length;
        for (const line of before) expect(after).toContain(line);
      }),
      { numRuns: 2 * RUNS },
    );
    expect(closedSeen).toBeGreaterThan(RUNS);
  });
});
