// Knows how courses are written as an event file, in CSV and in NDJSON, one record a line.
import { type CourseLog, isVoid, type LogRecord } from "@rettvei/engine";
import { isSentAsCodes, publishedCodes } from "./joined-codes.ts";

export const EVENT_FILE_COLUMNS = [
  "record_id",
  "course_id",
  "patient_id",
  "pathway",
  "unit_id",
  "event",
  "outcome",
  "occurred_on",
  "recorded_at",
  "care_level",
  "severity",
  "granted_for",
  "legal_deadline",
  "condition",
  "voids",
  "corrects",
  "code",
] as const;

type Line = readonly (string | undefined)[];

/** How a record says what happened: in words, or as one joined code. */
function lineOf(log: CourseLog, record: LogRecord, code: string | undefined): Line {
  const { recordId, recordedAt } = record;
  if (isVoid(record)) {
    const line: (string | undefined)[] = EVENT_FILE_COLUMNS.map(() => undefined);
    line[0] = recordId;
    line[1] = log.courseId;
    line[8] = recordedAt;
    line[14] = record.voids;
    return line;
  }
  const coded = code !== undefined;
  return [
    recordId,
    log.courseId,
    log.patientId,
    coded ? undefined : log.pathway,
    record.unitId,
    coded ? undefined : record.event,
    coded ? undefined : record.outcome,
    record.occurredOn,
    recordedAt,
    record.careLevel,
    record.severity,
    record.grantedFor,
    record.legalDeadline,
    record.condition,
    undefined,
    record.corrects,
    code,
  ];
}

function quoted(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function csvLine(line: Line): string {
  let text = "";
  for (let at = 0; at < line.length; at++) {
    const value = line[at];
    if (at > 0) text += ",";
    if (value !== undefined) text += quoted(value);
  }
  return text;
}

const NDJSON_NAMES = EVENT_FILE_COLUMNS.map((column) => `${JSON.stringify(column)}:`);

function ndjsonLine(line: Line): string {
  let text = "";
  for (let at = 0; at < line.length; at++) {
    const value = line[at];
    if (value === undefined) continue;
    text += `${text === "" ? "{" : ","}${NDJSON_NAMES[at]}${JSON.stringify(value)}`;
  }
  return `${text}}`;
}

/** An event without a letter for its outcome is written in words, and so is an activity of unknown kind. */
function codeFor(log: CourseLog, record: LogRecord): string | undefined {
  if (isVoid(record)) return undefined;
  if (record.event === "activity-performed" && record.outcome === undefined) return undefined;
  return publishedCodes().codeOf(log.pathway, record);
}

function* linesOf(courses: Iterable<HasLog>): Generator<Line, void, undefined> {
  for (const { log } of courses) {
    const coded = isSentAsCodes(log.courseId);
    for (const record of log.records)
      yield lineOf(log, record, coded ? codeFor(log, record) : undefined);
  }
}

interface HasLog {
  readonly log: CourseLog;
}

export type EventFileFormat = "csv" | "ndjson";

/**
 * The lines of an event file, without line ends; for CSV the header comes first. A small part of the
 * courses are written with joined codes, as systems without a pathway module send them.
 */
export function* eventFileLines(
  courses: Iterable<HasLog>,
  format: EventFileFormat,
): Generator<string, void, undefined> {
  if (format === "csv") yield EVENT_FILE_COLUMNS.join(",");
  const write = format === "csv" ? csvLine : ndjsonLine;
  for (const line of linesOf(courses)) yield write(line);
}
