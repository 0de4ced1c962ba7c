// The entry of the analysis: event files in, rows out.
export { EVENT_COLUMNS, type EventColumn } from "./event-file/columns.ts";
export { type LineProblem, lineProblemText } from "./event-file/line-problem.ts";
export { parquetFromBytes, parquetFromDisk } from "./event-file/open-parquet.ts";
export {
  type EventFile,
  type EventFileInput,
  problemsByLine,
  readEventFile,
  readFileInParts,
} from "./event-file/read-event-file.ts";
export { partReader, type UncheckedFile } from "./event-file/read-part.ts";
export type { CodedEvent, EventFileVocabulary } from "./event-file/vocabulary.ts";
export { allFindings, FINDING_COLUMNS, findingRow } from "./rows/finding-row.ts";
export { verdictLines } from "./rows/verdict-lines.ts";
export { type Cell, VERDICT_COLUMNS, verdictRow, verdictRows } from "./rows/verdict-row.ts";
export { csvLine, linePieces, ndjsonLine } from "./rows/write-rows.ts";
