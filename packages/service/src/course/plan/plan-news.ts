// Knows how the GP and the referrer are told that a treatment plan was made, or changed in a larger way.
import { addDays, type CalendarDate } from "@rettvei/engine";
import type { Telling } from "../../facts/append-fact.ts";
import { writeMessage } from "../../outbox/write-message.ts";
import { today } from "../../store/store.ts";
import type { OfCourse } from "../course-of.ts";
import { authorOf } from "../outside/author.ts";
import { outsideOf } from "../outside/outside.ts";
import { letterDate } from "../referral/letter-date.ts";

/** Days until a receipt has to be there; our own choice. */
const DAYS = 7;

export interface PlanNews extends OfCourse {
  readonly news: "plan-made" | "plan-changed";
  readonly unitId: string;
  readonly on: CalendarDate;
  readonly nextEvaluationOn: CalendarDate | null;
  /** In the words of whoever changed it; null where it was made. */
  readonly whatChanged: string | null;
  readonly telephone: string | undefined;
}

/** Words between professionals, so in the language that the standard's own words are in. */
function textOf({ news, on: day, nextEvaluationOn, whatChanged }: PlanNews): string {
  const on = letterDate(day, "nb");
  const first =
    news === "plan-made"
      ? `Behandlingsplanen ble laget ${on}.`
      : `Behandlingsplanen ble endret ${on}: ${whatChanged}`;
  const next =
    nextEvaluationOn === null
      ? ""
      : ` Neste evaluering er planlagt ${letterDate(nextEvaluationOn, "nb")}.`;
  return `${first}${next}`;
}

/** Writes to both; what cannot be sent stands on the unit's list. */
export async function tellOfPlan(telling: Telling, plan: PlanNews): Promise<void> {
  const { courseId, patientId, unitId, news, telephone } = plan;
  const { client, store } = telling;
  const author = await authorOf(telling, courseId, telephone);
  const content = { form: "plan-feedback", news, text: textOf(plan), author } as const;
  const dueOn = addDays(today(store), DAYS);
  for (const to of await outsideOf(client, courseId)) {
    const about = { patientId, courseId, unitId, dueOn };
    await writeMessage(telling, {
      purpose: "plan-feedback",
      channel: "xml",
      to,
      ...about,
      content,
    });
  }
}
