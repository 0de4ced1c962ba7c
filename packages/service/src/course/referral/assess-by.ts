// Knows by which day a referral has to be assessed: the engine says so, by the edition that speaks for it.
import { type CalendarDate, type LogRecord, pinnedCourse, verdictsOf } from "@rettvei/engine";
import type { Judging } from "../../judging/judging.ts";
import { editionsOf } from "../../registration/course-edition.ts";
import { writtenDown } from "../../registration/new-records.ts";
import type { AssessBy } from "./referral-facts.ts";

export const RECEIVED = "referral-received";
export const ASSESSED = "referral-assessed";

/** Of a course of which nothing is known but that its referral was received. */
export function assessBy(
  judging: Judging,
  pathway: string,
  receivedOn: CalendarDate,
  now: Date,
): AssessBy {
  editionsOf(judging, pathway); // refuses a pathway that is not known
  const records: readonly LogRecord[] = writtenDown(
    [{ event: RECEIVED, occurredOn: receivedOn }],
    now,
  );
  const log = { courseId: "-", patientId: "-", pathway, records };
  const at = pinnedCourse(log, judging.library, receivedOn);
  const verdict = at && verdictsOf(at).find(({ rule }) => rule.to === ASSESSED);
  if (at === undefined || verdict?.dueOn === undefined) {
    throw new Error("bug: an edition that gives no time for the assessment of a referral");
  }
  const { edition, hash } = at.course.edition.edition;
  return { dueOn: verdict.dueOn, ruleId: verdict.rule.id, edition, editionHash: hash, receivedOn };
}
