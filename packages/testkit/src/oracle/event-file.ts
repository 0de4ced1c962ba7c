// Knows how the sample event files read, lines known to be good; the oracle's own reading, with no checks.
import type { CareLevel, CourseLog, GrantedFor, LogRecord, Severity } from "@rettvei/engine";
import { EVENT_LETTERS, OUTCOME_LETTERS, TYPE_CODES } from "../by-hand/vocabulary.ts";
import { instant, on, osloDate } from "../dates.ts";

type Line = Readonly<Record<string, string>>;

/** Lines of a CSV whose fields hold neither quotes nor commas. */
export function plainCsv(text: string): readonly Line[] {
  const [header = "", ...lines] = text.trim().split(/\r?\n/);
  const columns = header.split(",");
  return lines.map((line) => {
    const fields = line.split(",");
    return Object.fromEntries(columns.map((column, at) => [column, fields[at] ?? ""]));
  });
}

/** The logs of an event file, by course id. */
export function logsOfEventFile(text: string): readonly CourseLog[] {
  const byCourse = new Map<string, Line[]>();
  for (const line of plainCsv(text)) {
    const courseId = line.course_id ?? "";
    const lines = byCourse.get(courseId);
    if (lines === undefined) byCourse.set(courseId, [line]);
    else lines.push(line);
  }
  return [...byCourse].map(([courseId, lines]) => logOf(courseId, lines));
}

function logOf(courseId: string, lines: readonly Line[]): CourseLog {
  const events = lines.filter((line) => !line.voids);
  const [first] = events;
  if (first === undefined) throw new Error(`event file: course ${courseId} holds voids only`);
  return {
    courseId,
    patientId: first.patient_id ?? "",
    pathway: pathwayOf(first),
    records: lines.map((line) => recordOf(line)),
  };
}

function pathwayOf(line: Line): string {
  return line.pathway || TYPE_CODES.get((line.code ?? "").slice(0, 3)) || "";
}

function recordOf(line: Line): LogRecord {
  const recordId = line.record_id ?? "";
  const recordedAt = instant(line.recorded_at ?? "");
  if (line.voids) return { recordId, recordedAt, voids: line.voids };
  return {
    recordId,
    ...eventOf(line),
    occurredOn: on(line.occurred_on ?? ""),
    recordedAt,
    recordedOn: osloDate(recordedAt),
    careLevel: (line.care_level || undefined) as CareLevel | undefined,
    unitId: line.unit_id || undefined,
    severity: (line.severity || undefined) as Severity | undefined,
    grantedFor: (line.granted_for || undefined) as GrantedFor | undefined,
    legalDeadline: line.legal_deadline ? on(line.legal_deadline) : undefined,
    condition: line.condition || undefined,
    corrects: line.corrects || undefined,
  };
}

function eventOf(line: Line): { readonly event: string; readonly outcome: string | undefined } {
  const code = line.code ?? "";
  if (code === "") return { event: line.event ?? "", outcome: line.outcome || undefined };
  const [letter = "", outcomeLetter] = code.slice(3);
  const event = EVENT_LETTERS.get(letter);
  if (event === undefined) throw new Error(`event file: no event for the code "${code}"`);
  return { event, outcome: OUTCOME_LETTERS.get(`${letter} ${outcomeLetter}`) };
}
