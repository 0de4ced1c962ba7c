// Knows how courses and their records are read.

import { osloDate } from "@rettvei/definitions";
import type {
  CalendarDate,
  CareLevel,
  GrantedFor,
  Instant,
  LogRecord,
  Severity,
} from "@rettvei/engine";
import type pg from "pg";
import { askedAsSystem } from "../access/as-system.ts";
import type { PlannedDate, StoredCourse, ToldOfCourse } from "../judging/stored-course.ts";
import type { PatientLabel } from "./patients.ts";
import { lockKey } from "./transaction.ts";

/** A row of a course and one of its records; all of the record is null where the course has none. */
interface CourseRecordRow {
  readonly course_id: string;
  readonly patient_id: string;
  readonly pathway: string;
  readonly name: string | null;
  readonly birth_year: number | null;
  readonly seq: string | null;
  readonly record_id: string;
  readonly event: string;
  readonly outcome: string | null;
  readonly occurred_on: CalendarDate;
  readonly recorded_at: Instant;
  readonly care_level: CareLevel | null;
  readonly unit_id: string | null;
  readonly severity: Severity | null;
  readonly granted_for: GrantedFor | null;
  readonly legal_deadline: CalendarDate | null;
  readonly condition: string | null;
  readonly voids: string | null;
  readonly corrects: string | null;
  readonly code: string | null;
  readonly taken_over_by: string | null;
  readonly taken_over_on: CalendarDate | null;
  readonly taken_over_seq: string | null;
  readonly coordinator_id: string | null;
  readonly planned_on: CalendarDate | null;
  readonly planned_since: CalendarDate | null;
  readonly has_proposals: boolean | null;
}

/** `known` limits what counts to what was written by then; it is asked for each table by its name. */
const readByPatient = (known: (table: string) => string): string => `
  SELECT c.course_id, c.patient_id, c.pathway, pt.name, pt.birth_year, r.seq, r.record_id, r.event, r.outcome,
         to_char(r.occurred_on, 'YYYY-MM-DD') AS occurred_on,
         to_char(r.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS recorded_at,
         r.care_level, r.unit_id, r.severity, r.granted_for,
         to_char(r.legal_deadline, 'YYYY-MM-DD') AS legal_deadline,
         r.condition, r.voids, r.corrects, r.code, t.unit_id AS taken_over_by, t.seq AS taken_over_seq,
         to_char(t.happened_on, 'YYYY-MM-DD') AS taken_over_on, a.coordinator_id,
         p.planned_on, to_char(p.planned_since, 'YYYY-MM-DD') AS planned_since, q.has_proposals
  FROM rettvei.course c
  JOIN rettvei.patient pt ON pt.patient_id = c.patient_id
  LEFT JOIN LATERAL (
    SELECT unit_id, happened_on, seq FROM rettvei.fact f
    WHERE course_id = c.course_id AND kind = 'transfer-accepted' AND body ->> 'newCourseId' IS NULL${known("f")}
    ORDER BY seq DESC LIMIT 1) t ON true
  LEFT JOIN LATERAL (
    SELECT CASE kind WHEN 'assigned' THEN body ->> 'personId' END AS coordinator_id FROM rettvei.fact f
    WHERE course_id = c.course_id AND kind IN ('assigned', 'assignment-ended') AND body ->> 'role' = 'coordinator'${known("f")}
    ORDER BY seq DESC LIMIT 1) a ON true
  LEFT JOIN LATERAL (
    SELECT CASE kind WHEN 'evaluation-planned' THEN body ->> 'on' END AS planned_on, happened_on AS planned_since
    FROM rettvei.fact f
    WHERE course_id = c.course_id AND kind IN ('evaluation-planned', 'evaluation-held', 'evaluation-cancelled')${known("f")}
    ORDER BY seq DESC LIMIT 1) p ON true
  LEFT JOIN LATERAL (
    SELECT true AS has_proposals FROM rettvei.matter
    WHERE course_id = c.course_id AND type = 'proposal' AND open LIMIT 1) q ON true
  LEFT JOIN rettvei.record r ON r.course_id = c.course_id${known("r")}
  WHERE c.patient_id = ANY ($1::text[])`;

const READ_BY_PATIENT = readByPatient(() => "");
const READ_AS_KNOWN = readByPatient(
  (table) => ` AND (${table}.recorded_at AT TIME ZONE 'Europe/Oslo')::date <= $2::date`,
);

function recordOf(row: CourseRecordRow): LogRecord {
  const { record_id: recordId, recorded_at: recordedAt } = row;
  if (row.voids !== null) return { recordId, recordedAt, voids: row.voids };
  return {
    recordId,
    event: row.event,
    outcome: row.outcome ?? undefined,
    occurredOn: row.occurred_on,
    recordedAt,
    recordedOn: osloDate(recordedAt),
    careLevel: row.care_level ?? undefined,
    unitId: row.unit_id ?? undefined,
    severity: row.severity ?? undefined,
    grantedFor: row.granted_for ?? undefined,
    legalDeadline: row.legal_deadline ?? undefined,
    condition: row.condition ?? undefined,
    corrects: row.corrects ?? undefined,
  };
}

function saysUnit(
  { taken_over_on: on, taken_over_seq: told }: CourseRecordRow,
  { seq, unit_id, occurred_on }: CourseRecordRow,
): boolean {
  return unit_id !== null && Number(seq) > Number(told) && occurred_on >= (on ?? "");
}

function plannedOf(row: CourseRecordRow): PlannedDate | undefined {
  const { planned_on: on, planned_since: since } = row;
  return on === null || since === null ? undefined : { on, since };
}

/** What was told last holds: the unit that took the course over, or one that a later record names. */
function toldOf(rows: readonly [CourseRecordRow, ...CourseRecordRow[]]): ToldOfCourse {
  const [first] = rows;
  const said = rows.some((row) => row.seq !== null && saysUnit(first, row));
  return {
    takenOverBy: said ? undefined : (first.taken_over_by ?? undefined),
    takenOverOn: said ? undefined : (first.taken_over_on ?? undefined),
    coordinatorId: first.coordinator_id ?? undefined,
    planned: plannedOf(first),
  };
}

/** A course with what may be shown of its patient. */
export interface LabelledCourse extends StoredCourse {
  readonly patient: PatientLabel;
  /** Whether registrations are proposed for it at this moment. */
  readonly hasProposals: boolean;
}

function courseOf(rows: readonly [CourseRecordRow, ...CourseRecordRow[]]): LabelledCourse {
  const [{ course_id: courseId, patient_id: patientId, pathway, name, birth_year }] = rows;
  const written = rows.filter(({ seq }) => seq !== null);
  return {
    courseId,
    patientId,
    pathway,
    patient: { patientId, name, birthYear: birth_year },
    told: toldOf(rows),
    hasProposals: rows[0].has_proposals === true,
    records: written.map(recordOf),
    lastSeq: Number(written.at(-1)?.seq ?? 0),
    codes: new Map(
      written.flatMap((row) => (row.code === null ? [] : [[row.record_id, row.code]])),
    ),
  };
}

function byText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** By patient, course and arrival. Here, as the few rows of one patient are sorted sooner than a sort is begun there. */
function inOrder(one: CourseRecordRow, other: CourseRecordRow): number {
  return (
    byText(one.patient_id, other.patient_id) ||
    byText(one.course_id, other.course_id) ||
    Number(one.seq) - Number(other.seq)
  );
}

function grouped(rows: readonly CourseRecordRow[]): readonly LabelledCourse[] {
  const groups: [CourseRecordRow, ...CourseRecordRow[]][] = [];
  for (const row of rows.toSorted(inOrder)) {
    const last = groups.at(-1);
    if (last?.[0].course_id === row.course_id) last.push(row);
    else groups.push([row]);
  }
  return groups.map(courseOf);
}

/**
 * All courses of the patients with all records in the order of arrival; by patient, then course. For judging, which
 * needs them all: whoever asks is shown one of them, and only if they may see that one.
 */
export async function readPatientCourses(
  client: pg.ClientBase | pg.Pool,
  patientIds: readonly string[],
): Promise<readonly LabelledCourse[]> {
  const query = { name: "read-patient-courses", text: READ_BY_PATIENT, values: [patientIds] };
  const { rows } = await askedAsSystem(client, () => client.query<CourseRecordRow>(query));
  return grouped(rows);
}

/** As `readPatientCourses`, with only what was written by the end of the day. A course may then be empty. */
export async function readCoursesAsKnown(
  client: pg.ClientBase,
  patientId: string,
  day: CalendarDate,
): Promise<readonly LabelledCourse[]> {
  const query = { name: "read-courses-as-known", text: READ_AS_KNOWN, values: [[patientId], day] };
  const { rows } = await askedAsSystem(client, () => client.query<CourseRecordRow>(query));
  return grouped(rows);
}

/** Whose course it is; undefined if there is no such course. */
export async function patientOfCourse(
  client: pg.ClientBase | pg.Pool,
  courseId: string,
): Promise<string | undefined> {
  const { rows } = await client.query<{ patient_id: string }>({
    name: "patient-of-course",
    text: "SELECT patient_id FROM rettvei.course WHERE course_id = $1",
    values: [courseId],
  });
  return rows[0]?.patient_id;
}

const LOCK_SEEN = `
  SELECT patient_id, pg_advisory_xact_lock(${lockKey("patient_id")}) FROM rettvei.course WHERE course_id = $1`;

/**
 * Whose course it is, where whoever asks sees it. Until the transaction ends nobody else judges or adds to that
 * patient's courses.
 */
export async function lockPatientOfCourse(
  client: pg.ClientBase,
  courseId: string,
): Promise<string | undefined> {
  const query = { name: "lock-patient-of-course", text: LOCK_SEEN, values: [courseId] };
  const { rows } = await client.query<{ patient_id: string }>(query);
  return rows[0]?.patient_id;
}
