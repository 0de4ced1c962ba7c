// Knows what is being filled in for a registration, and when it is whole.
import { CARE_LEVELS, GRANTED_FOR, SEVERITIES } from "@rettvei/engine";
import type { EventRegistration, RecordView } from "../../app/api/contract.ts";
import { isWholeDay } from "../../components/whole-day.ts";

/** The fields as they stand in the form; empty means not stated. */
export interface Draft {
  readonly event: string;
  readonly occurredOn: string;
  readonly outcome: string;
  readonly careLevel: string;
  readonly legalDeadline: string;
  readonly grantedFor: string;
  readonly severity: string;
  /** Pathway whose own content the course keeps. */
  readonly condition: string;
}

export function newDraft(occurredOn: string): Draft {
  const empty = { event: "", outcome: "", careLevel: "" };
  return { ...empty, occurredOn, legalDeadline: "", grantedFor: "", severity: "", condition: "" };
}

/** What a correction of a record starts from: all that the record says. */
export function draftOf(record: RecordView): Draft {
  return {
    event: record.event ?? "",
    occurredOn: record.occurredOn ?? "",
    outcome: record.outcome ?? "",
    careLevel: record.careLevel ?? "",
    legalDeadline: record.legalDeadline ?? "",
    grantedFor: record.grantedFor ?? "",
    severity: record.severity ?? "",
    condition: record.condition ?? "",
  };
}

function stated<K extends string, V extends string>(
  key: K,
  text: string,
  allowed: readonly V[],
): { readonly [key in K]?: V } {
  const value = allowed.find((candidate) => candidate === text);
  return value === undefined ? {} : ({ [key]: value } as { readonly [key in K]: V });
}

/** The registration that a draft says; undefined while event or date is missing, or half typed. */
export function registrationOf(draft: Draft): EventRegistration | undefined {
  const { event, occurredOn, outcome, legalDeadline, condition } = draft;
  if (event === "" || !isWholeDay(occurredOn)) return undefined;
  if (legalDeadline !== "" && !isWholeDay(legalDeadline)) return undefined;
  return {
    event,
    occurredOn,
    ...(outcome === "" ? {} : { outcome }),
    ...stated("careLevel", draft.careLevel, CARE_LEVELS),
    ...(legalDeadline === "" ? {} : { legalDeadline }),
    ...stated("grantedFor", draft.grantedFor, GRANTED_FOR),
    ...stated("severity", draft.severity, SEVERITIES),
    ...(condition === "" ? {} : { condition }),
  };
}

/**
 * The registration that takes a record's place. A correction counts with its own fields only, so
 * what the form does not show (unit) is said again.
 */
export function correctionOf(record: RecordView, draft: Draft): EventRegistration | undefined {
  const registration = registrationOf(draft);
  if (registration === undefined) return undefined;
  return {
    ...registration,
    ...(record.unitId === null ? {} : { unitId: record.unitId }),
    corrects: record.recordId,
  };
}
