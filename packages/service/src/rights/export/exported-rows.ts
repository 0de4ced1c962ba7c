// Knows how the rows of an export are read: registrations, facts and accesses of one patient, each in order, a page at a time.
import { toInstant } from "@rettvei/definitions";
import type pg from "pg";
import type {
  ExportedFact,
  ExportedRegistration,
  PatientExport,
} from "../../http/schemas/export.ts";

/** Which rows: of whom, after which number, at most how many and how large. */
export interface Span {
  readonly patientId: string;
  readonly after: number;
  readonly limit: number;
  readonly bytes: number;
}

type Row<Shape extends { readonly seq: number; readonly recordedAt: string }> = Omit<
  Shape,
  "seq" | "recordedAt"
> & { readonly seq: string; readonly recordedAt: Date };

function plain<T extends { readonly seq: string; readonly recordedAt: Date }>(row: T) {
  return { ...row, seq: Number(row.seq), recordedAt: toInstant(row.recordedAt.getTime()) };
}

const REGISTRATIONS = `
  SELECT 'registration' AS what, r.seq, r.recorded_at AS "recordedAt", r.recorded_by AS "recordedBy",
         a.name AS "recordedByName", r.record_id AS "recordId", r.course_id AS "courseId", r.event, r.outcome,
         r.occurred_on::text AS "occurredOn", r.care_level AS "careLevel", r.unit_id AS "unitId", r.severity,
         r.granted_for AS "grantedFor", r.legal_deadline::text AS "legalDeadline", r.condition, r.voids, r.corrects,
         r.code, r.entered, r.from_fact AS "fromFact"
  FROM rettvei.course c JOIN rettvei.record r USING (course_id)
  LEFT JOIN rettvei.actor a ON a.actor_id = r.recorded_by
  WHERE c.patient_id = $1 AND r.seq > $2
  ORDER BY r.seq LIMIT $3`;

export async function exportedRegistrations(
  client: pg.ClientBase,
  { patientId, after, limit }: Span,
): Promise<readonly ExportedRegistration[]> {
  const { rows } = await client.query<Row<ExportedRegistration>>({
    name: "exported-registrations",
    text: REGISTRATIONS,
    values: [patientId, after, limit],
  });
  return rows.map(plain);
}

// As many as fit, and one at least: no fact is so large that a page could not hold it alone.
const FACTS = `
  WITH next AS (
    SELECT f.*, m.type, octet_length(f.body::text) AS bytes
    FROM rettvei.matter m JOIN rettvei.fact f USING (matter_id)
    WHERE m.matter_id = ANY ($1::text[]) AND f.seq > $2
    ORDER BY f.seq LIMIT $3),
  measured AS (SELECT next.*, sum(bytes) OVER (ORDER BY seq) - bytes AS before, max(seq) OVER () AS last FROM next)
  SELECT 'fact' AS what, f.seq, f.recorded_at AS "recordedAt", f.recorded_by AS "recordedBy", a.name AS "recordedByName",
         f.fact_id AS "factId", f.type, f.kind, f.matter_id AS "matterId", f.course_id AS "courseId", f.unit_id AS "unitId",
         f.happened_on::text AS "happenedOn", f.recorded_as AS "recordedAs", f.body, f.last
  FROM measured f LEFT JOIN rettvei.actor a ON a.actor_id = f.recorded_by
  WHERE f.before <= $4 ORDER BY f.seq`;

export interface FactsOfSpan {
  readonly rows: readonly ExportedFact[];
  /** Up to which number they are whole: infinity, or the last where the next would be too much. */
  readonly reachesTo: number;
}

export async function exportedFacts(
  client: pg.ClientBase,
  matterIds: readonly string[],
  { after, limit, bytes }: Omit<Span, "patientId">,
): Promise<FactsOfSpan> {
  const { rows } = await client.query<Row<ExportedFact> & { readonly last: string }>({
    name: "exported-facts",
    text: FACTS,
    values: [matterIds, after, limit, bytes],
  });
  const end = rows.at(-1);
  const reachesTo = end === undefined || end.last === end.seq ? Infinity : Number(end.seq);
  return { rows: rows.map(({ last: _, ...row }) => plain(row)), reachesTo };
}

export interface MatterOfPatient {
  readonly matterId: string;
  readonly type: string;
  readonly courseId: string | null;
}

const MATTERS = `
  SELECT matter_id AS "matterId", type, course_id AS "courseId" FROM rettvei.matter WHERE patient_id = $1`;

export async function mattersOf(
  client: pg.ClientBase,
  patientId: string,
): Promise<readonly MatterOfPatient[]> {
  const query = { name: "matters-of-patient", text: MATTERS, values: [patientId] };
  return (await client.query<MatterOfPatient>(query)).rows;
}

// Matters of no patient that are about this one: explanations that the patient asked for, and reviews of openings.
const BESIDE = `
  SELECT matter_id AS "matterId", type, course_id AS "courseId" FROM rettvei.matter
  WHERE matter_id IN (
    SELECT f.matter_id FROM rettvei.actor a JOIN rettvei.fact f ON f.recorded_by = a.actor_id AND f.kind = 'explanation-asked'
    WHERE a.patient_id = $1 AND f.body ->> 'patientId' = $1
    UNION ALL
    SELECT 'review ' || m.matter_id FROM rettvei.matter m WHERE m.patient_id = $1 AND m.type = 'break-glass')`;

/** To be asked as the system: the unit of whoever looked sees them, and the patient by this alone. */
export async function mattersBeside(
  client: pg.ClientBase,
  patientId: string,
): Promise<readonly MatterOfPatient[]> {
  const query = { name: "matters-beside-patient", text: BESIDE, values: [patientId] };
  return (await client.query<MatterOfPatient>(query)).rows;
}

const PATIENT = `
  SELECT patient_id AS "patientId", name, birth_year AS "birthYear", birth_date::text AS "birthDate",
         person_number AS "personNumber"
  FROM rettvei.patient WHERE patient_id = $1`;
const COURSES = `
  SELECT course_id AS "courseId", pathway FROM rettvei.course WHERE patient_id = $1 ORDER BY course_id`;

export async function patientWithCourses(client: pg.ClientBase, patientId: string) {
  const patient = { name: "exported-patient", text: PATIENT, values: [patientId] };
  const courses = { name: "exported-courses", text: COURSES, values: [patientId] };
  return {
    patients: (await client.query<PatientExport["patient"]>(patient)).rows,
    courses: (await client.query<PatientExport["courses"][number]>(courses)).rows,
  };
}
