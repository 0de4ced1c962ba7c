// Knows the clocks of a course that was transferred: its own, and those of the courses before and after it.
import { type CalendarDate, daysBetween, type NextDateKind } from "@rettvei/engine";
import type pg from "pg";
import type { PatientCourse } from "../../judging/judged-patient.ts";
import { judgePatient } from "../../judging/judged-patient.ts";
import type { StoredCourse } from "../../judging/stored-course.ts";
import { readPatientCourses } from "../../store/course-logs.ts";
import { type Store, today } from "../../store/store.ts";
import type { Transfer } from "./transfer.ts";

export interface Clock {
  readonly courseId: string;
  readonly unitId: string | null;
  readonly edition: CalendarDate;
  readonly startedOn: CalendarDate | null;
  readonly endedOn: CalendarDate | null;
  /** Calendar days from the start until the end, or until today. */
  readonly days: number | null;
  readonly nextDate: { readonly on: CalendarDate; readonly kind: NextDateKind } | null;
}

/** The course and all that transfers between trusts link it with, in the order of the transfers. */
export function linkedCourses(transfers: readonly Transfer[], courseId: string): readonly string[] {
  const linked = new Set([courseId]);
  const links = transfers.flatMap(({ courseId: from, newCourseId: to }) =>
    to === null ? [] : [[from, to] as const],
  );
  for (let size = 0; size !== linked.size; ) {
    size = linked.size;
    for (const pair of links) {
      if (pair.some((one) => linked.has(one))) for (const one of pair) linked.add(one);
    }
  }
  const order = [...new Set(links.flat())];
  return [...linked].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

function clockOf(
  { log, judged }: PatientCourse<StoredCourse>,
  asOf: CalendarDate,
): Clock | undefined {
  if (judged === undefined) return undefined;
  const { position, at } = judged;
  const { edition } = at.course.edition;
  const started = at.course.counted.find(({ record }) => record.event === edition.startEvent);
  const startedOn = started?.record.occurredOn ?? null;
  const endedOn = at.course.ends[0]?.record.occurredOn ?? null;
  const next = position.nextDate;
  return {
    courseId: log.courseId,
    unitId: log.told.takenOverBy ?? position.unitId ?? null,
    edition: edition.edition,
    startedOn,
    endedOn,
    days: startedOn === null ? null : daysBetween(startedOn, endedOn ?? asOf),
    nextDate: next === undefined ? null : { on: next.on, kind: next.kind },
  };
}

/** Clocks of the courses, of those that have one, in the order given. */
export async function clocksOf(
  store: Store,
  client: pg.ClientBase,
  patientId: string,
  courseIds: readonly string[],
): Promise<readonly Clock[]> {
  const asOf = today(store);
  const logs = await readPatientCourses(client, [patientId]);
  const { courses } = judgePatient(logs, store.judging, asOf);
  return courseIds.flatMap((id) => {
    const course = courses.find(({ log }) => log.courseId === id);
    return (course && clockOf(course, asOf)) ?? [];
  });
}
