// Knows how to draw what a ward registers: the events of a course in their usual order, some forgotten.
import fc from "fast-check";
import { anyGap } from "./any-date.ts";
import { anyFields, anyOutcome, type DrawnRecord } from "./any-record.ts";

/** Events in their usual order, each with how many times out of ten it is registered. */
const USUAL: readonly (readonly [event: string, timesOfTen: number])[] = [
  ["referral-received", 8],
  ["emergency-assessment", 2],
  ["inclusion-decision", 2],
  ["referral-assessed", 6],
  ["pathway-start", 9],
  ["ocd-team-referral-received", 2],
  ["first-attendance", 9],
  ["clinical-decision", 8],
  ["clinical-decision", 3],
  ["treatment-plan", 5],
  ["patient-postponed", 2],
  ["detox-end", 2],
  ["treatment-start", 5],
  ["evaluation", 7],
  ["activity-performed", 2],
  ["evaluation", 5],
  ["patient-postponed", 1],
  ["evaluation", 3],
  ["care-need-at-closing", 2],
  ["transfer-out", 1],
  ["transfer-private-specialist", 1],
  ["discharge", 3],
  ["discharge-summary-sent", 3],
  ["closure", 5],
];

type Step = Omit<DrawnRecord, "offset"> & { readonly gap: number };

function anyStep(event: string, timesOfTen: number): fc.Arbitrary<Step | undefined> {
  const step = fc
    .tuple(anyOutcome(event), anyGap, anyFields)
    .map(([outcome, gap, fields]) => ({ event, outcome, gap, ...fields }));
  return fc.oneof(
    { weight: 10 - timesOfTen, arbitrary: fc.constant(undefined) },
    { weight: timesOfTen, arbitrary: step },
  );
}

/** Records of one course, each some days after the one before. */
export const realisticRecords: fc.Arbitrary<readonly DrawnRecord[]> = fc
  .tuple(...USUAL.map(([event, timesOfTen]) => anyStep(event, timesOfTen)))
  .map((steps) => {
    let offset = 0;
    return steps
      .filter((step) => step !== undefined)
      .map(({ gap, ...drawn }) => {
        offset += gap;
        return { ...drawn, offset };
      });
  });
