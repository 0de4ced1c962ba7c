// Knows the same page without anything kept: all running courses of the unit are read and judged for it.
// Which courses run at the unit is taken from what is kept, though; to find that out too would cost more.
import { osloDate } from "@rettvei/definitions";
import { pinnedCourse, positionOf, verdictsOf } from "@rettvei/engine";

const PAGE = 50;

const RECORDS = `
  SELECT r.course_id, s.patient_id, s.pathway, r.record_id, r.event, r.outcome,
         to_char(r.occurred_on, 'YYYY-MM-DD') AS occurred_on,
         to_char(r.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS recorded_at,
         r.care_level, r.unit_id, r.severity, r.granted_for,
         to_char(r.legal_deadline, 'YYYY-MM-DD') AS legal_deadline, r.condition, r.voids, r.corrects
  FROM rettvei.course_state s JOIN rettvei.record r USING (course_id)
  WHERE s.unit_id = $1 AND s.running
  ORDER BY r.course_id, r.seq`;

function recordOf(row) {
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

function logsOf(rows) {
  const logs = new Map();
  for (const row of rows) {
    const { course_id: courseId, patient_id: patientId, pathway } = row;
    const log = logs.get(courseId) ?? { courseId, patientId, pathway, records: [] };
    log.records.push(recordOf(row));
    logs.set(courseId, log);
  }
  return [...logs.values()];
}

function placed(log, library, asOf) {
  const { course } = pinnedCourse(log, library, asOf);
  const { nextDate, lastRecord } = positionOf(course, verdictsOf({ log, course }));
  return { courseId: log.courseId, nextOn: nextDate?.on, lastEventOn: lastRecord.occurredOn };
}

function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Ids of the page's courses, in order. */
export async function pageByJudging({ database, judging }, unitId, group) {
  const query = { name: "bench-records", text: RECORDS, values: [unitId] };
  const { rows } = await database.pool.query(query);
  const asOf = osloDate(Date.now());
  const all = logsOf(rows).map((log) => placed(log, judging.library, asOf));
  const on = group === "dated" ? (one) => one.nextOn : (one) => one.lastEventOn;
  return all
    .filter(({ nextOn }) => (nextOn !== undefined) === (group === "dated"))
    .sort((a, b) => compareText(on(a), on(b)) || compareText(a.courseId, b.courseId))
    .slice(0, PAGE)
    .map(({ courseId }) => courseId);
}
