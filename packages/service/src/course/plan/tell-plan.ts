// Knows how a plan is made and changed, and how the patient adds to it and is answered.
import { randomUUID } from "node:crypto";
import { addDays, type CalendarDate } from "@rettvei/engine";
import type { Static } from "typebox";
import { AppError, type Problem } from "../../app-error.ts";
import { appendFact, type Telling } from "../../facts/append-fact.ts";
import type { Fact } from "../../facts/fact.ts";
import { matterAsSeen, type SeenMatter } from "../../facts/matter-as-seen.ts";
import { factsOfCourse } from "../../facts/read-facts.ts";
import { today } from "../../store/store.ts";
import { lockPatients } from "../../store/transaction.ts";
import { answerDays } from "../answer-days.ts";
import { courseHolder } from "../course-holder.ts";
import type { OfCourse } from "../course-of.ts";
import { dayThatWas } from "../days-told.ts";
import { planEvaluation } from "../evaluation/tell-evaluation.ts";
import { propose } from "../proposal/propose.ts";
import { coursePlans, planOf } from "./course-plans.ts";
import {
  PLAN,
  PLAN_CHANGED,
  PLAN_MADE,
  PLAN_WORDS,
  PLAN_WORDS_ANSWERED,
  type PlanKind,
} from "./plan.ts";
import { tellOfPlan } from "./plan-news.ts";

type Content = Static<typeof PLAN_MADE.body>["content"];

/** A plan as it is handed in, of any version. */
export interface WrittenPlan {
  readonly on: CalendarDate | undefined;
  readonly content: Content;
  /** Where those outside may call. */
  readonly telephone: string | undefined;
}

export interface ChangedPlan extends WrittenPlan {
  readonly largerChange: boolean;
  readonly whatChanged: string;
}

const MISSING: Problem = { path: "", expected: "a value", found: "nothing" };

/** AppError `bad-input` if the plan lacks what its kind needs. */
function refuseIncomplete(kind: PlanKind, content: Content): void {
  const problems: Problem[] = [];
  const { madeTogether, whyNotTogether, nextEvaluationOn } = content;
  if (!madeTogether && whyNotTogether === null)
    problems.push({ ...MISSING, path: "/whyNotTogether" });
  if (madeTogether && whyNotTogether !== null) {
    const expected = "nothing, as it was made together";
    problems.push({ path: "/whyNotTogether", expected, found: "a text" });
  }
  if (kind === "treatment" && nextEvaluationOn === null)
    problems.push({ ...MISSING, path: "/nextEvaluationOn" });
  if (problems.length === 0) return;
  throw new AppError("bad-input", "the request holds fields that are not as expected", problems);
}

/** Plans the evaluation that the plan sets. */
async function evaluateNext(
  telling: Telling,
  course: OfCourse,
  planId: string,
  on: CalendarDate | null,
): Promise<void> {
  if (on !== null) await planEvaluation(telling, course, { on, planId, path: "/nextEvaluationOn" });
}

async function refuseSecond(
  { client }: Telling,
  { courseId }: OfCourse,
  kind: PlanKind,
): Promise<void> {
  const plans = coursePlans(await factsOfCourse(client, courseId));
  if (!plans.some((plan) => plan.kind === kind)) return;
  throw new AppError(
    "not-now",
    `plan: expected the first ${kind} plan of the course, got a second; change the one there is`,
  );
}

/** Makes the course's plan of its kind; a course has one of each, in versions. */
export async function makePlan(
  telling: Telling,
  course: OfCourse,
  kind: PlanKind,
  { on, content, telephone }: WrittenPlan,
): Promise<Fact> {
  const { store, client } = telling;
  refuseIncomplete(kind, content);
  const happenedOn = dayThatWas(store, on, "/on");
  await lockPatients(client, [course.patientId]);
  await refuseSecond(telling, course, kind);
  const { unitId, practitionerId, coordinatorId } = await courseHolder(client, course.courseId);
  const matterId = randomUUID();
  const body = { kind, content, personId: practitionerId ?? coordinatorId };
  const fact = { ...course, matterId, unitId, happenedOn, body };
  const made = await appendFact(telling, PLAN, PLAN_MADE, fact);
  const { nextEvaluationOn } = content;
  await evaluateNext(telling, course, matterId, nextEvaluationOn);
  if (kind === "treatment") {
    const fact = content.madeTogether
      ? "treatment-plan-agreed-with-patient"
      : "treatment-plan-made-without-patient";
    await propose(telling, made, [{ fact, dates: { "agreed-on": happenedOn } }]);
    const news = { news: "plan-made", whatChanged: null, nextEvaluationOn, telephone } as const;
    await tellOfPlan(telling, { ...course, ...news, unitId, on: happenedOn });
  }
  return made;
}

function planNow(facts: readonly Fact[]) {
  const [first, ...rest] = facts;
  if (first === undefined) throw new Error("bug: a plan of which nothing was told");
  return planOf([first, ...rest]);
}

/** A new version of the plan; the earlier ones stay. */
export async function changePlan(
  telling: Telling,
  course: OfCourse,
  seen: SeenMatter,
  { on, content, telephone, largerChange, whatChanged }: ChangedPlan,
): Promise<Fact> {
  const { store, client } = telling;
  const { kind } = planNow(await matterAsSeen(client, PLAN, seen));
  refuseIncomplete(kind, content);
  const happenedOn = dayThatWas(store, on, "/on");
  const { unitId, practitionerId, coordinatorId } = await courseHolder(client, course.courseId);
  const body = { content, largerChange, whatChanged, personId: practitionerId ?? coordinatorId };
  const about = { ...course, matterId: seen.matterId, unitId, happenedOn };
  const changed = await appendFact(telling, PLAN, PLAN_CHANGED, { ...about, body });
  const { nextEvaluationOn } = content;
  await evaluateNext(telling, course, seen.matterId, nextEvaluationOn);
  if (kind === "treatment" && largerChange) {
    const news = { news: "plan-changed", whatChanged, nextEvaluationOn, telephone } as const;
    await tellOfPlan(telling, { ...course, ...news, unitId, on: happenedOn });
  }
  return changed;
}

function aboutOf(facts: readonly Fact[]) {
  const [first] = facts;
  if (first === undefined) throw new Error("bug: a plan of which nothing was told");
  const { matterId, patientId, courseId, unitId } = first;
  return { matterId, patientId, courseId, unitId };
}

/** What the patient adds; it is to be answered, or taken into a new version. */
export async function addWords(
  telling: Telling,
  facts: readonly Fact[],
  { words, isGoal }: { readonly words: string; readonly isGoal: boolean },
): Promise<Fact> {
  const on = today(telling.store);
  const days = answerDays()["words-to-plan"];
  const body = { words, isGoal, answerBy: addDays(on, days) };
  return appendFact(telling, PLAN, PLAN_WORDS, { ...aboutOf(facts), happenedOn: on, body });
}

/** Answers what the patient has added. AppError `not-now` if nothing waits for an answer. */
export async function answerWords(
  telling: Telling,
  seen: SeenMatter,
  words: string,
): Promise<Fact> {
  const facts = await matterAsSeen(telling.client, PLAN, seen);
  if (!PLAN.standing(facts).open) {
    throw new AppError("not-now", "plan: expected words that wait for an answer, got none");
  }
  const happenedOn = today(telling.store);
  return appendFact(telling, PLAN, PLAN_WORDS_ANSWERED, {
    ...aboutOf(facts),
    happenedOn,
    body: { words },
  });
}
