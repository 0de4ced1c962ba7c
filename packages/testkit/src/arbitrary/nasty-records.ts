// Knows how to draw what no ward means to register: any event on any day, many on the same one.
import fc from "fast-check";
import { VOCABULARY } from "../by-hand/vocabulary.ts";
import { anyGap } from "./any-date.ts";
import { anyFields, anyOutcome, type DrawnRecord } from "./any-record.ts";

/** Events that most rules speak of, drawn more often than the rest. */
const DECISIVE = [
  "pathway-start",
  "first-attendance",
  "clinical-decision",
  "evaluation",
  "patient-postponed",
  "closure",
];

const anyEvent = fc.constantFrom(...VOCABULARY.map(([event]) => event), ...DECISIVE, ...DECISIVE);

const anyOffset = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, 0, 1, 2) },
  { weight: 3, arbitrary: anyGap },
  { weight: 1, arbitrary: fc.integer({ min: -60, max: 900 }) },
);

const nastyRecord: fc.Arbitrary<DrawnRecord> = anyEvent.chain((event) =>
  fc
    .tuple(anyOutcome(event), anyOffset, anyFields)
    .map(([outcome, offset, fields]) => ({ event, outcome, offset, ...fields })),
);

export const nastyRecords: fc.Arbitrary<readonly DrawnRecord[]> = fc.array(nastyRecord, {
  minLength: 1,
  maxLength: 12,
});
