// Knows how the discharge summary is written to the GP and the referrer.
import { addDays } from "@rettvei/engine";
import { missingHeadings, SUMMARY_HEADINGS } from "@rettvei/messages";
import { AppError } from "../../app-error.ts";
import type { Telling } from "../../facts/append-fact.ts";
import type { Fact } from "../../facts/fact.ts";
import type { ContentOf } from "../../outbox/message-content.ts";
import { writeMessage } from "../../outbox/write-message.ts";
import { today } from "../../store/store.ts";
import { lockPatients } from "../../store/transaction.ts";
import { courseHolder } from "../course-holder.ts";
import type { OfCourse } from "../course-of.ts";
import { authorOf } from "../outside/author.ts";
import { outsideOf } from "../outside/outside.ts";

/** Days until a receipt has to be there; our own choice, within the national seven. */
const DAYS = 3;

export interface Summary extends Omit<ContentOf<"discharge-summary">, "form" | "author"> {
  readonly telephone: string | undefined;
}

/** Whoever takes over is not written to without an assessment and a plan. Throws AppError `not-complete`. */
function checkSections(sections: Summary["sections"]): void {
  const problems = missingHeadings(sections).map((heading) => ({
    path: "/sections",
    expected: `${heading}: ${SUMMARY_HEADINGS[heading]}`,
    found: "none",
  }));
  if (problems.length > 0) {
    throw new AppError("not-complete", "the summary lacks what whoever takes over needs", problems);
  }
}

/** Writes it to each of them; what cannot be sent stands on the unit's list. Throws AppError `not-complete`. */
export async function sendSummary(
  telling: Telling,
  course: OfCourse,
  { telephone, ...summary }: Summary,
): Promise<readonly Fact[]> {
  const { client, store } = telling;
  checkSections(summary.sections);
  await lockPatients(client, [course.patientId]);
  const author = await authorOf(telling, course.courseId, telephone);
  const { unitId } = await courseHolder(client, course.courseId);
  const dueOn = addDays(today(store), DAYS);
  const content = { form: "discharge-summary", ...summary, author } as const;
  const facts: Fact[] = [];
  for (const to of await outsideOf(client, course.courseId)) {
    const about = { ...course, unitId, dueOn, content };
    const message = { purpose: "discharge-summary", channel: "xml", to, ...about } as const;
    facts.push(await writeMessage(telling, message));
  }
  return facts;
}
