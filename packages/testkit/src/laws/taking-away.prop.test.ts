// Knows the laws of corrections and voids: what is taken away was never there, and nothing comes back.
import type { CourseLog, EventRecord, LogRecord } from "@rettvei/engine";
import fc from "fast-check";
import { describe, it } from "vitest";
import { anyDate } from "../arbitrary/any-date.ts";
import { eventRecords } from "../arbitrary/any-log.ts";
import { anyQuestion } from "../arbitrary/any-patient.ts";
import { recordFrom } from "../arbitrary/any-record.ts";
import { nastyRecords } from "../arbitrary/nasty-records.ts";
import { voidOf } from "../builders.ts";
import { instant } from "../dates.ts";
import { engineRows } from "../rows/engine-rows.ts";
import type { Rows } from "../rows/rows.ts";
import { expectSameRows } from "./disagreement.ts";
import { LIBRARY, RUNS } from "./law-editions.ts";

/** A record that nothing refers to and that takes nothing away. */
const anyExtra: fc.Arbitrary<EventRecord> = fc
  .tuple(nastyRecords, anyDate)
  .map(([[drawn], firstDay]) => {
    if (drawn === undefined) throw new Error("nastyRecords drew no record");
    return recordFrom(drawn, { recordId: "extra", firstDay });
  });

/** A moment of writing before, within or after the years of the logs. */
const anyWritten = fc
  .constantFrom("2017-01-01", "2022-06-01", "2035-01-01")
  .map((date) => `${date}T10:00:00Z`);

const anyCase = fc.tuple(anyQuestion, anyExtra, anyExtra, anyWritten);

function rowsWith(
  log: CourseLog,
  asOf: EventRecord["occurredOn"],
  added: readonly LogRecord[],
): Rows {
  return engineRows([{ ...log, records: [...added, ...log.records] }], LIBRARY, asOf);
}

describe("a voided record", () => {
  it("was never there, whenever the void was written", () => {
    fc.assert(
      fc.property(anyCase, ([{ logs, asOf }, extra, , recordedAt]) => {
        const [log] = logs;
        if (log === undefined) return;
        const added = [extra, voidOf(extra.recordId, { recordedAt })];
        expectSameRows(rowsWith(log, asOf, added), rowsWith(log, asOf, []));
      }),
      { numRuns: RUNS },
    );
  });

  it("stays away when its void is voided", () => {
    fc.assert(
      fc.property(anyCase, ([{ logs, asOf }, extra, , recordedAt]) => {
        const [log] = logs;
        if (log === undefined) return;
        const first = voidOf(extra.recordId, { recordedAt });
        const second = voidOf(first.recordId, { recordedAt });
        expectSameRows(rowsWith(log, asOf, [extra, first, second]), rowsWith(log, asOf, []));
      }),
      { numRuns: RUNS },
    );
  });
});

describe("a corrected record", () => {
  it("gives its place to the correction, with the correction's own fields only", () => {
    fc.assert(
      fc.property(anyCase, ([{ logs, asOf }, extra, other]) => {
        const [log] = logs;
        if (log === undefined) return;
        const instead = { ...other, recordId: "instead" };
        const correction = { ...instead, corrects: extra.recordId };
        expectSameRows(rowsWith(log, asOf, [extra, correction]), rowsWith(log, asOf, [instead]));
      }),
      { numRuns: RUNS },
    );
  });

  it("stays away when its correction is voided", () => {
    fc.assert(
      fc.property(anyCase, ([{ logs, asOf }, extra, other, recordedAt]) => {
        const [log] = logs;
        if (log === undefined) return;
        const correction = { ...other, recordId: "correction", corrects: extra.recordId };
        const gone = voidOf(correction.recordId, { recordedAt });
        expectSameRows(rowsWith(log, asOf, [extra, correction, gone]), rowsWith(log, asOf, []));
      }),
      { numRuns: RUNS },
    );
  });

  it("stays away when its correction is dated after the date asked for", () => {
    fc.assert(
      fc.property(anyCase, ([{ logs, asOf }, extra, other]) => {
        const [log] = logs;
        if (log === undefined) return;
        const drawn = { ...other, recordId: "correction", corrects: extra.recordId };
        const correction = { ...drawn, occurredOn: "2060-01-01" as EventRecord["occurredOn"] };
        expectSameRows(rowsWith(log, asOf, [extra, correction]), rowsWith(log, asOf, []));
      }),
      { numRuns: RUNS },
    );
  });
});

describe("the moment of writing", () => {
  it("never decides whether a record counts: only ties and registering ahead know of it", () => {
    const later = (record: LogRecord, days: number): LogRecord => {
      const moved = new Date(Date.parse(record.recordedAt) + days * 86_400_000).toISOString();
      return { ...record, recordedAt: instant(moved) };
    };
    fc.assert(
      fc.property(anyQuestion, fc.integer({ min: -3000, max: 3000 }), ({ logs, asOf }, days) => {
        const moved = logs.map((log) => ({
          ...log,
          records: log.records.map((record) => later(record, days)),
        }));
        expectSameRows(engineRows(logs, LIBRARY, asOf), engineRows(moved, LIBRARY, asOf));
      }),
      { numRuns: RUNS },
    );
  });

  it("does not matter to a void", () => {
    fc.assert(
      fc.property(anyQuestion, anyWritten, ({ logs, asOf }, recordedAt) => {
        const moved = logs.map((log) => ({
          ...log,
          records: log.records.map((record) =>
            record.voids === undefined ? record : { ...record, recordedAt: instant(recordedAt) },
          ),
        }));
        expectSameRows(engineRows(logs, LIBRARY, asOf), engineRows(moved, LIBRARY, asOf));
      }),
      { numRuns: RUNS },
    );
  });
});

describe("a log of which no record counts", () => {
  it("does not exist: no verdict, no finding", () => {
    fc.assert(
      fc.property(anyQuestion, ({ logs, asOf }) => {
        const emptied = logs.map((log) => ({
          ...log,
          records: [...log.records, ...eventRecords(log).map(({ recordId }) => voidOf(recordId))],
        }));
        expectSameRows(engineRows(emptied, LIBRARY, asOf), { verdicts: [], findings: [] });
      }),
      { numRuns: RUNS },
    );
  });
});
