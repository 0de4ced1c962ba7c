// Knows how the records of a course are shown: all of them, each with what became of it.
import { type CalendarDate, type EventDefinition, isVoid, type LogRecord } from "@rettvei/engine";
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
  const none = { careLevel: null, unitId: null, corrects: null, voids: null, code: null };
  const noFacts = { severity: null, grantedFor: null, legalDeadline: null, condition: null };
  return { recordId, recordedAt, state, ...nothing, ...none, ...noFacts };
}

/** All records in the order of arrival. */
export function recordViews(
  log: StoredCourse,
  events: readonly EventDefinition[],
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
      code: log.codes.get(recordId) ?? null,
    };
  });
}
