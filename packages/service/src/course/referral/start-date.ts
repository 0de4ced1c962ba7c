// Knows on which day a course starts: the day of the event that its edition names.
import {
  type CalendarDate,
  type Edition,
  type EventRecord,
  editionOn,
  toDayNumber,
} from "@rettvei/engine";
import type { Judging } from "../../judging/judging.ts";
import { editionsOf } from "../../registration/course-edition.ts";

type Dated = Pick<EventRecord, "event" | "occurredOn">;

/** The first day of the first of the events that the edition starts on and the course has. */
function startUnder(
  { findings, startEvent }: Edition,
  records: readonly Dated[],
): CalendarDate | undefined {
  const rule = findings.find((one) => one.kind === "date-differs" && one.event === startEvent);
  const on = rule?.kind === "date-differs" ? rule.on : [];
  for (const event of on) {
    const days = records.filter((record) => record.event === event).map((one) => one.occurredOn);
    const [first] = days.sort();
    if (first !== undefined) return first;
  }
  return undefined;
}

/**
 * Date of the start: under the newest edition that is in force on the very date it gives. Records are those that
 * count, assessment included. Undefined where no edition says.
 */
export function startDate(
  judging: Judging,
  pathway: string,
  records: readonly Dated[],
): CalendarDate | undefined {
  const editions = editionsOf(judging, pathway);
  for (const { edition } of editions.inForce.toReversed()) {
    const on = startUnder(edition, records);
    if (on !== undefined && editionOn(editions, toDayNumber(on)).edition === edition) return on;
  }
  return undefined;
}
