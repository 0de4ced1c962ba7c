// Knows how a work list is shown: what depends on the day is counted here, from the dates that were kept.
import { type CalendarDate, daysBetween } from "@rettvei/engine";
import type { WorkListGroup, WorkListRow } from "../../store/work-list.ts";
import type { RowView } from "../schemas/work-list.ts";
import { cursorOf } from "./list-place.ts";

function whyView(row: WorkListRow): RowView["why"] {
  const { why_rule: ruleId, why_standing: standing, why_event: fromEvent, why_on: fromOn } = row;
  const { why_limit_days: limitDays, why_evidence: evidence } = row;
  if (ruleId === null || standing === null || fromEvent === null) return null;
  if (fromOn === null || evidence === null) return null;
  return { ruleId, standing, fromEvent, fromOn, limitDays, evidence };
}

export function rowView(row: WorkListRow, asOf: CalendarDate): RowView {
  return {
    courseId: row.course_id,
    patient: { patientId: row.patient_id, name: row.name, birthYear: row.birth_year },
    pathway: row.pathway,
    edition: row.edition,
    phase: row.phase,
    careLevel: row.care_level,
    nextStep: row.next_step,
    nextDate:
      row.next_on === null || row.next_kind === null
        ? null
        : { on: row.next_on, kind: row.next_kind },
    daysLeft: row.next_on === null ? null : daysBetween(asOf, row.next_on),
    why: whyView(row),
    lastEvent: row.last_event,
    lastEventOn: row.last_event_on,
    daysSinceLastEvent: daysBetween(row.last_event_on, asOf),
    findings: { error: row.errors, warning: row.warnings, info: row.infos },
  };
}

/** Cursor of the page after this row. */
export function cursorAfter(row: WorkListRow, group: WorkListGroup): string {
  return cursorOf(group === "dated" ? row.next_on : row.last_event_on, row.course_id);
}
