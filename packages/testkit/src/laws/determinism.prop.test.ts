// Knows the laws of sameness: the same records give the same rows, however and whenever they are judged.
import { libraryOf } from "@rettvei/definitions";
import type { CourseLog } from "@rettvei/engine";
import fc from "fast-check";
import { describe, it } from "vitest";
import { eventRecords } from "../arbitrary/any-log.ts";
import {
  anyParallelQuestion,
  anyQuestion,
  anything,
  type Question,
} from "../arbitrary/any-patient.ts";
import { engineRows } from "../rows/engine-rows.ts";
import { expectSameRows } from "./disagreement.ts";
import { BUNDLE, LIBRARY, RUNS } from "./law-editions.ts";

function shuffled<T>(list: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...list], { minLength: list.length });
}

function shuffledLog(log: CourseLog): fc.Arbitrary<CourseLog> {
  return shuffled(log.records).map((records) => ({ ...log, records }));
}

/** A question, and the same one with its logs and their records in another order. */
const anyTwice: fc.Arbitrary<readonly [Question, Question]> = anything.chain((question) =>
  fc
    .tuple(...question.logs.map((log) => shuffledLog(log)))
    .chain((logs) => shuffled(logs))
    .map((logs): readonly [Question, Question] => [question, { ...question, logs }]),
);

describe("judging", () => {
  it("gives the same rows when it is done again", () => {
    fc.assert(
      fc.property(anything, ({ logs, asOf }) => {
        const copy = structuredClone(logs);
        expectSameRows(engineRows(logs, LIBRARY, asOf), engineRows(copy, LIBRARY, asOf));
      }),
      { numRuns: RUNS },
    );
  });

  it("does not depend on the order in which records and logs arrive", () => {
    fc.assert(
      fc.property(anyTwice, ([{ logs, asOf }, other]) =>
        expectSameRows(engineRows(logs, LIBRARY, asOf), engineRows(other.logs, LIBRARY, asOf)),
      ),
      { numRuns: RUNS },
    );
  });

  it("from scratch after each appended record needs nothing from the judgements before", () => {
    fc.assert(
      fc.property(anyQuestion, ({ logs: [log], asOf }) => {
        if (log === undefined) return;
        const prefixes = log.records.map((_, at) => ({
          ...log,
          records: log.records.slice(0, at + 1),
        }));
        const oneByOne = prefixes.map((prefix) => engineRows([prefix], LIBRARY, asOf));
        const fresh = libraryOf(BUNDLE);
        for (const [at, prefix] of [...prefixes.entries()].reverse()) {
          const rows = oneByOne[at];
          if (rows !== undefined) expectSameRows(rows, engineRows([prefix], fresh, asOf));
        }
      }),
      { numRuns: RUNS },
    );
  });

  it("of one course says the same whether or not other patients are judged beside it", () => {
    fc.assert(
      fc.property(anyParallelQuestion, ({ logs, asOf }) => {
        const strangers = logs.map((log, at) => ({ ...log, patientId: `stranger-${at}` }));
        const together = engineRows(strangers, LIBRARY, asOf);
        const alone = strangers.map((log) => engineRows([log], LIBRARY, asOf));
        expectSameRows(together, {
          verdicts: alone.flatMap((rows) => rows.verdicts),
          findings: alone.flatMap((rows) => rows.findings),
        });
      }),
      { numRuns: RUNS },
    );
  });

  it("never changes the log it is given", () => {
    fc.assert(
      fc.property(anything, ({ logs, asOf }) => {
        const frozen = structuredClone(logs);
        for (const log of frozen) {
          Object.freeze(log.records);
          for (const record of eventRecords(log)) Object.freeze(record);
        }
        expectSameRows(engineRows(logs, LIBRARY, asOf), engineRows(frozen, LIBRARY, asOf));
      }),
      { numRuns: RUNS },
    );
  });
});
