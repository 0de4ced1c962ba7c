// Knows whether the engine and the naive oracle agree row for row on random logs.
import type { CompiledEdition, CourseLog } from "@rettvei/engine";
import fc from "fast-check";
import { describe, it } from "vitest";
import { anyQuestion, anything } from "../arbitrary/any-patient.ts";
import { oracleRows, oracleRowsUnder } from "../oracle/oracle-rows.ts";
import { engineRows, engineRowsUnder } from "../rows/engine-rows.ts";
import type { Rows } from "../rows/rows.ts";
import { expectAgreement } from "./disagreement.ts";
import { EDITIONS, LIBRARY, RUNS } from "./law-editions.ts";

/** At least so many logs: every question holds one or more. */
const LOGS = Number(process.env.RETTVEI_ORACLE_LOGS ?? 20_000);

describe("engine and oracle", () => {
  it(`agree on ${LOGS} random logs, each under the edition it is pinned to`, {
    timeout: 600_000,
  }, () => {
    fc.assert(
      fc.property(anything, (question) =>
        expectAgreement(
          question,
          ({ logs, asOf }) => engineRows(logs, LIBRARY, asOf),
          ({ logs, asOf }) => oracleRows(logs, EDITIONS, asOf),
        ),
      ),
      { numRuns: LOGS, endOnFailure: true },
    );
  });

  const drafts = [...LIBRARY.pathways.values()].flatMap((pathway) => pathway.drafts);
  it.each(drafts)("agree under the draft of $edition.pathway", (draft: CompiledEdition) => {
    const ofDraft = (log: CourseLog) => ({ ...log, pathway: draft.edition.pathway });
    fc.assert(
      fc.property(anyQuestion, (question) =>
        expectAgreement(
          { ...question, logs: question.logs.map(ofDraft) },
          ({ logs, asOf }) => together(logs.map((log) => engineRowsUnder(log, draft, asOf))),
          ({ logs, asOf }) =>
            together(logs.map((log) => oracleRowsUnder(log, draft.edition, asOf))),
        ),
      ),
      { numRuns: 3 * RUNS, endOnFailure: true },
    );
  });
});

function together(parts: readonly Rows[]): Rows {
  return {
    verdicts: parts.flatMap((part) => part.verdicts),
    findings: parts.flatMap((part) => part.findings),
  };
}
