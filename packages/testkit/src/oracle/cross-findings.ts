// Knows the findings that need a patient's other courses.
import type { CrossFindingRule } from "@rettvei/engine";
import { calendarDays } from "./day-list.ts";
import { isRunningAt } from "./log-findings.ts";
import { ofEvent } from "./picked.ts";
import type { ToldCourse, ToldRecord } from "./told-course.ts";

/** Records named, one for each row. `all` may hold courses of any patients. */
export function crossFindingsNamed(
  course: ToldCourse,
  rule: CrossFindingRule,
  all: readonly ToldCourse[],
): readonly ToldRecord[] {
  const others = all.filter(
    ({ log }) => log.patientId === course.log.patientId && log.courseId !== course.log.courseId,
  );
  switch (rule.kind) {
    case "parallel":
      return parallel(course, rule.event, others);
    case "transfer-without-start":
      return ofEvent(course.told, rule.event).filter(
        (transfer) =>
          calendarDays(transfer.record.occurredOn, course.asOf) > rule.days &&
          !others.some((other) => startsOnOrAfter(other, rule.start, transfer.record.occurredOn)),
      );
  }
}

function parallel(
  course: ToldCourse,
  event: string,
  others: readonly ToldCourse[],
): readonly ToldRecord[] {
  const [start] = ofEvent(course.told, event);
  if (start === undefined || !isRunningAt(course)) return [];
  const earlier = others.some((other) => {
    if (other.log.pathway !== course.log.pathway || !isRunningAt(other)) return false;
    const [theirs] = ofEvent(other.told, event);
    if (theirs === undefined) return false;
    if (theirs.record.occurredOn < start.record.occurredOn) return true;
    const sameDate = theirs.record.occurredOn === start.record.occurredOn;
    return sameDate && other.log.courseId < course.log.courseId;
  });
  return earlier ? [start] : [];
}

function startsOnOrAfter(course: ToldCourse, event: string, date: string): boolean {
  return ofEvent(course.told, event).some(({ record }) => record.occurredOn >= date);
}
