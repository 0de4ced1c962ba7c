// The entry of the testkit: everything that the tests of other packages may use.

export { anyLog } from "./arbitrary/any-log.ts";
export {
  anyParallelQuestion,
  anyQuestion,
  anything,
  type Question,
} from "./arbitrary/any-patient.ts";
export {
  type CourseBuilder,
  course,
  type RecordFields,
  record,
  type VoidFields,
  voidOf,
} from "./builders.ts";
export { editionsByHand } from "./by-hand/editions.ts";
export { at, daysAfter, daysBefore, instant, on, osloDate } from "./dates.ts";
export { logsOfEventFile, plainCsv } from "./oracle/event-file.ts";
export { oracleRows, oracleRowsUnder } from "./oracle/oracle-rows.ts";
export { faults, found, type Passage } from "./plain-language/faults.ts";
export { lix, sentencesOf, wordsOf, wordsPerSentence } from "./plain-language/measures.ts";
export { bokmalIn, jargonIn, norwegianIn, nynorskIn } from "./plain-language/written-forms.ts";
export { engineRows, engineRowsUnder } from "./rows/engine-rows.ts";
export {
  FINDING_COLUMNS,
  type FindingRow,
  findingLines,
  linesOf,
  type Rows,
  VERDICT_COLUMNS,
  type VerdictRow,
  verdictLines,
} from "./rows/rows.ts";
