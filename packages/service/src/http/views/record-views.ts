// Knows how the records of a course are shown: all of them, each with what became of it.
import { type Bundle, composeCode, explainCode } from "@rettvei/definitions";
import {
  type CalendarDate,
  type EventDefinition,
  type EventRecord,
  isVoid,
  type LogRecord,
} from "@rettvei/engine";
import type { StoredCourse } from "../../judging/stored-course.ts";
import type { RecordState, RecordView } from "../schemas/course.ts";

/** What the first record that takes another away makes of it, by the id of the one taken. */
function fates(records: readonly LogRecord[]): ReadonlyMap<string, RecordState> {
  const taken = new Map<string, RecordState>();
  for (const record of records) {
    const target = isVoid(record) ? record.voids : record.corrects;
    if (target === undefined || taken.has(target)) continue;
    taken.set(target, isVoid(record) ? "voided" : "replaced");
  }
  return taken;
}

function withoutEvent(recordId: string, recordedAt: string, state: RecordState): RecordView {
  const nothing = { event: null, name: null, outcome: null, outcomeName: null, occurredOn: null };
  const none = { careLevel: null, unitId: null, corrects: null, voids: null };
  const noCode = { code: null, codeEvidence: null };
  const noFacts = { severity: null, grantedFor: null, legalDeadline: null, condition: null };
  return { recordId, recordedAt, state, ...nothing, ...none, ...noFacts, ...noCode };
}

/**
 * As a sending system wrote it, else as event and outcome compose it where the edition registers the event;
 * undefined where a part of it is not known.
 */
function codeOf(
  { codes, pathway }: StoredCourse,
  { recordId, event, outcome }: EventRecord,
  { bundle, registered }: { readonly bundle: Bundle; readonly registered: boolean },
): string | undefined {
  const composed = registered ? composeCode(bundle, { pathway, event, outcome }) : undefined;
  const code = composed !== undefined && "code" in composed ? composed.code : undefined;
  return codes.get(recordId) ?? code;
}

function codeView(
  code: string | undefined,
  bundle: Bundle,
): Pick<RecordView, "code" | "codeEvidence"> {
  if (code === undefined) return { code: null, codeEvidence: null };
  return { code, codeEvidence: explainCode(bundle, code)?.evidence ?? null };
}

/** All records in the order of arrival. */
export function recordViews(
  log: StoredCourse,
  events: readonly EventDefinition[],
  bundle: Bundle,
  asOf: CalendarDate,
): RecordView[] {
  const taken = fates(log.records);
  return log.records.map((record) => {
    const { recordId, recordedAt } = record;
    const fate = taken.get(recordId);
    if (isVoid(record)) {
      return { ...withoutEvent(recordId, recordedAt, fate ?? "counts"), voids: record.voids };
    }
    const definition = events.find(({ id }) => id === record.event);
    const outcome = definition?.outcomes.find(({ id }) => id === record.outcome);
    const registered = definition?.registration === "registered";
    const ahead = record.occurredOn > asOf ? "future" : "counts";
    return {
      ...withoutEvent(recordId, recordedAt, fate ?? ahead),
      event: record.event,
      name: definition?.name ?? null,
      outcome: record.outcome ?? null,
      outcomeName: outcome?.name ?? null,
      occurredOn: record.occurredOn,
      careLevel: record.careLevel ?? null,
      unitId: record.unitId ?? null,
      severity: record.severity ?? null,
      grantedFor: record.grantedFor ?? null,
      legalDeadline: record.legalDeadline ?? null,
      condition: record.condition ?? null,
      corrects: record.corrects ?? null,
      ...codeView(codeOf(log, record, { bundle, registered }), bundle),
    };
  });
}
