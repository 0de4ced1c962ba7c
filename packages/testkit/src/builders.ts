// Knows how a test writes down a log in few words: `course("tsb").with("pathway-start", "2024-01-02").log`.
import type { CourseLog, EventRecord, LogRecord, VoidRecord } from "@rettvei/engine";
import { at, instant, on, osloDate } from "./dates.ts";

/** What a test may say of a record beside its event and date; dates and instants as text. */
export interface RecordFields
  extends Partial<
    Omit<EventRecord, "event" | "occurredOn" | "recordedAt" | "recordedOn" | "legalDeadline">
  > {
  /** ISO 8601 with zone; noon in Oslo on the day it happened if not said. */
  readonly recordedAt?: string;
  readonly legalDeadline?: string;
}

/** A log in the making. Never changes: every call gives a new one. */
export interface CourseBuilder {
  readonly log: CourseLog;
  /** Adds a registered event. Records are called r1, r2, ... unless `fields` says otherwise. */
  with(event: string, occurredOn: string, fields?: RecordFields): CourseBuilder;
  /** Adds a record that takes another's place, with its own fields only. */
  correcting(
    recordId: string,
    event: string,
    occurredOn: string,
    fields?: RecordFields,
  ): CourseBuilder;
  /** Adds a record that takes another away. */
  voiding(recordId: string, fields?: VoidFields): CourseBuilder;
}

export interface VoidFields {
  readonly recordId?: string;
  /** ISO 8601 with zone; some fixed moment if not said, as it decides nothing. */
  readonly recordedAt?: string;
}

const SOME_MOMENT = "2026-06-01T10:00:00Z";

/** One registered event, for tests that need no more than that. */
export function record(event: string, occurredOn: string, fields: RecordFields = {}): EventRecord {
  const { recordedAt, legalDeadline, recordId = "r1", ...rest } = fields;
  const moment = recordedAt === undefined ? at(occurredOn, "12:00") : instant(recordedAt);
  return {
    recordId,
    event,
    occurredOn: on(occurredOn),
    recordedAt: moment,
    recordedOn: osloDate(moment),
    ...(legalDeadline === undefined ? {} : { legalDeadline: on(legalDeadline) }),
    ...rest,
  };
}

export function voidOf(target: string, fields: VoidFields = {}): VoidRecord {
  const { recordId = `void-${target}`, recordedAt = SOME_MOMENT } = fields;
  return { recordId, recordedAt: instant(recordedAt), voids: target };
}

/** Starts an empty log of a pathway; course `c1` of patient `p1` unless said otherwise. */
export function course(
  pathway: string,
  who: { readonly courseId?: string; readonly patientId?: string } = {},
): CourseBuilder {
  return builderOf({
    courseId: who.courseId ?? "c1",
    patientId: who.patientId ?? "p1",
    pathway,
    records: [],
  });
}

function builderOf(log: CourseLog): CourseBuilder {
  const recordId = `r${log.records.length + 1}`;
  const plus = (added: LogRecord) => builderOf({ ...log, records: [...log.records, added] });
  return {
    log,
    with: (event, occurredOn, fields) => plus(record(event, occurredOn, { recordId, ...fields })),
    correcting: (corrects, event, occurredOn, fields) =>
      plus(record(event, occurredOn, { recordId, corrects, ...fields })),
    voiding: (target, fields) => plus(voidOf(target, { recordId, ...fields })),
  };
}
