// Knows whether the pathway files and the tables typed in by hand lead to the same rows on random logs.
import fc from "fast-check";
import { expect, it } from "vitest";
import { anything } from "../arbitrary/any-patient.ts";
import { editionsByHand } from "../by-hand/editions.ts";
import { oracleRows } from "../oracle/oracle-rows.ts";
import { expectAgreement } from "./disagreement.ts";
import { EDITIONS, RUNS } from "./law-editions.ts";

it("the oracle gives the same rows under the pathway files and under the tables typed in by hand", () => {
  const byHand = editionsByHand();
  expect(byHand).toHaveLength(EDITIONS.length);
  fc.assert(
    fc.property(anything, (question) =>
      expectAgreement(
        question,
        ({ logs, asOf }) => oracleRows(logs, EDITIONS, asOf),
        ({ logs, asOf }) => oracleRows(logs, byHand, asOf),
      ),
    ),
    { numRuns: 5 * RUNS, endOnFailure: true },
  );
});
