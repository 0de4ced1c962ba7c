// Knows the columns of the judged states and what of a state each of them holds.
import type { CourseState } from "../judging/course-state.ts";
import { stepsLiteral } from "./steps-literal.ts";

type Value = string | number | boolean | undefined;

interface StateColumn {
  readonly name: string;
  readonly type: "text" | "bigint" | "integer" | "date" | "boolean" | "rettvei.step_taken[]";
  readonly of: (state: CourseState, mark: string) => Value;
}

export const STATE_COLUMNS: readonly StateColumn[] = [
  { name: "course_id", type: "text", of: (state) => state.courseId },
  { name: "patient_id", type: "text", of: (state) => state.patientId },
  { name: "pathway", type: "text", of: (state) => state.pathway },
  { name: "last_seq", type: "bigint", of: (state) => state.lastSeq },
  { name: "judged_by", type: "text", of: (_, mark) => mark },
  { name: "edition", type: "date", of: (state) => state.edition },
  { name: "edition_hash", type: "text", of: (state) => state.editionHash },
  { name: "judged_for", type: "date", of: (state) => state.judgedFor },
  { name: "valid_until", type: "date", of: (state) => state.validUntil ?? "infinity" },
  { name: "running", type: "boolean", of: (state) => state.running },
  { name: "unit_id", type: "text", of: (state) => state.unitId },
  { name: "phase", type: "text", of: (state) => state.phase },
  { name: "care_level", type: "text", of: (state) => state.careLevel },
  { name: "next_step", type: "text", of: (state) => state.nextStep },
  { name: "next_on", type: "date", of: (state) => state.nextOn },
  { name: "next_kind", type: "text", of: (state) => state.nextKind },
  { name: "why_rule", type: "text", of: ({ why }) => why?.ruleId },
  { name: "why_standing", type: "text", of: ({ why }) => why?.standing },
  { name: "why_event", type: "text", of: ({ why }) => why?.fromEvent },
  { name: "why_on", type: "date", of: ({ why }) => why?.fromOn },
  { name: "why_limit_days", type: "integer", of: ({ why }) => why?.limitDays },
  { name: "why_evidence", type: "text", of: ({ why }) => why?.evidence },
  { name: "last_event", type: "text", of: (state) => state.lastEvent },
  { name: "last_event_on", type: "date", of: (state) => state.lastEventOn },
  { name: "errors", type: "integer", of: ({ findings }) => findings.error },
  { name: "warnings", type: "integer", of: ({ findings }) => findings.warning },
  { name: "infos", type: "integer", of: ({ findings }) => findings.info },
  { name: "first_on", type: "date", of: (state) => state.firstOn },
  { name: "coordinator_id", type: "text", of: (state) => state.coordinatorId },
  {
    name: "steps",
    type: "rettvei.step_taken[]",
    of: ({ steps }) => (steps.length === 0 ? undefined : stepsLiteral(steps)),
  },
];
