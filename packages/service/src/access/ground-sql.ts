// Knows the statements by which grounds and blocks are found: each with SQL for whom it is about and who asks.

/** SQL of the parts of a question: parameters or columns. */
interface Parts {
  readonly who: string;
  readonly patient: string;
  /** May be null: then it is about any of the patient's. */
  readonly course: string;
}

/** A task in a course that runs: of this course, or where the target is a patient, of any of the patient's. */
export function taskSql({ who, patient, course }: Parts): string {
  return `
  SELECT m.matter_id AS ref
  FROM rettvei.matter m JOIN rettvei.course_state s ON s.course_id = m.course_id
  WHERE m.person_id = ${who} AND m.open AND m.type = 'assignment' AND s.running
    AND m.patient_id = ${patient} AND (${course}::text IS NULL OR m.course_id = ${course})`;
}

/** Access taken in an unforeseen situation; it ends by the millisecond. */
export function breakGlassSql({
  who,
  patient,
  moment,
}: Omit<Parts, "course"> & { readonly moment: string }): string {
  return `
  SELECT m.matter_id AS ref, (f.body ->> 'overridesBlock')::boolean AS overrides
  FROM rettvei.matter m JOIN rettvei.fact f ON f.matter_id = m.matter_id AND f.kind = 'break-glass-opened'
  WHERE m.person_id = ${who} AND m.patient_id = ${patient} AND m.type = 'break-glass' AND m.open
    AND (f.body ->> 'until')::timestamptz > ${moment}`;
}

interface AtUnit extends Omit<Parts, "who"> {
  readonly units: string;
  /** The last day of what ended lately. */
  readonly since: string;
}

/** A course at the unit that runs or ended lately, or an open matter that waits for the unit. */
export function atUnitSql({ units, patient, course, since }: AtUnit): string {
  return `
    SELECT s.unit_id AS ref
    FROM rettvei.course c JOIN rettvei.course_state s ON s.course_id = c.course_id
    WHERE c.patient_id = ${patient} AND (${course}::text IS NULL OR c.course_id = ${course}) AND s.unit_id = ANY (${units})
      AND (s.running OR s.last_event_on >= ${since}::date)
    UNION ALL
    SELECT m.matter_id
    FROM rettvei.matter m
    WHERE m.patient_id = ${patient} AND (${course}::text IS NULL OR m.course_id = ${course}) AND m.unit_id = ANY (${units})
      AND m.open AND m.type IN ('referral', 'transfer')`;
}

interface Blocked extends Parts {
  readonly units: string;
  readonly organisation: string;
}

/** A block of the patient that names whoever asks. */
export function blockedSql({ who, patient, course, units, organisation }: Blocked): string {
  return `
  SELECT FROM rettvei.matter m JOIN rettvei.fact f ON f.matter_id = m.matter_id AND f.kind = 'block-set'
  WHERE m.patient_id = ${patient} AND m.type = 'block' AND m.open AND (m.course_id IS NULL OR m.course_id = ${course})
    AND (m.person_id = ${who} OR m.unit_id = ANY (${units}) OR f.body ->> 'organisation' = ${organisation})`;
}
