// Knows the routes of what a referrer and a unit write to each other: read, asked, taken, answered.
import type pg from "pg";
import { type Static, type TSchema, Type } from "typebox";
import { patientIn, type Target } from "../../access/target.ts";
import { courseOf } from "../../course/course-of.ts";
import { courseQuestions, questionOf } from "../../course/question/course-questions.ts";
import { QUESTION } from "../../course/question/question.ts";
import { answerQuestion, askQuestion, takeQuestion } from "../../course/question/tell-question.ts";
import { REFERRAL, referralOf } from "../../course/referral/referral.ts";
import type { Telling } from "../../facts/append-fact.ts";
import { factsOfType, type SeenMatter } from "../../facts/matter-as-seen.ts";
import { factsOfCourse } from "../../facts/read-facts.ts";
import { addReading } from "../add-reading.ts";
import { addWriting } from "../add-writing.ts";
import type { Guard } from "../guarded.ts";
import { IdSchema } from "../schemas/basics.ts";
import {
  NewQuestionSchema,
  QuestionAnswerSchema,
  QuestionSchema,
  QuestionsSchema,
  ReferralMessagesSchema,
} from "../schemas/question.ts";
import { NothingSchema } from "../schemas/voice.ts";
import { mutable } from "../views/mutable.ts";
import { referrerMessagesView } from "../views/referrer-messages-view.ts";

const OfCourseSchema = Type.Object({ courseId: IdSchema });
const OfReferralSchema = Type.Object({ referralId: IdSchema });
const OfQuestionSchema = Type.Object({ questionId: IdSchema });

async function questionNow(client: pg.ClientBase, questionId: string) {
  const question = questionOf(await factsOfType(client, questionId, QUESTION));
  return { body: mutable(question), version: question.version };
}

function addReferrerRoutes(guard: Guard): void {
  addReading(guard, {
    url: "/api/referrals/:referralId/messages",
    summary: "What the unit has written to who referred, and what that person has asked",
    tag: "referrals",
    params: OfReferralSchema,
    answer: ReferralMessagesSchema,
    about: ({ params }) => ({ matterId: params.referralId }),
    read: async ({ client, params: { referralId } }) => {
      const { courseId } = referralOf(await factsOfType(client, referralId, REFERRAL));
      const facts = await factsOfCourse(client, courseId);
      const questions = mutable(courseQuestions(facts)).reverse();
      return { body: { messages: referrerMessagesView(facts), questions } };
    },
  });
  addWriting(guard, {
    url: "/api/referrals/:referralId/questions",
    summary: "Who referred asks the unit something",
    description: "The answer names the day it is to be answered by. These days are our own choice.",
    tag: "referrals",
    params: OfReferralSchema,
    body: NewQuestionSchema,
    answer: QuestionSchema,
    changes: false,
    about: ({ params }) => ({ matterId: params.referralId }),
    write: async ({ store, client, actor, target, params: { referralId }, body }) => {
      await factsOfType(client, referralId, REFERRAL);
      const telling = { store, client, actor };
      const { matterId } = await askQuestion(telling, courseOf(target), body.words);
      return questionNow(client, matterId);
    },
  });
}

interface Step<B extends TSchema> {
  readonly url: string;
  readonly summary: string;
  readonly description?: string;
  readonly body: B;
  /** Writes the step down, for whoever has seen the question as it now is. */
  readonly tell: (telling: Telling, question: SeenMatter, body: Static<B>) => Promise<unknown>;
}

function seenQuestion(matterId: string, target: Target, seen: () => number): SeenMatter {
  return { matterId, patientId: patientIn(target), seen: seen() };
}

/** Something that is done with a question already asked; answered with the question as it then is. */
function addStep<B extends TSchema>(guard: Guard, { tell, ...route }: Step<B>): void {
  addWriting(guard, {
    ...route,
    tag: "referrals",
    params: OfQuestionSchema,
    answer: QuestionSchema,
    changes: true,
    about: ({ params }) => ({ matterId: params.questionId }),
    write: async ({ store, client, actor, target, params: { questionId }, body, seen }) => {
      await tell({ store, client, actor }, seenQuestion(questionId, target, seen), body);
      return questionNow(client, questionId);
    },
  });
}

export function addQuestionRoutes(guard: Guard): void {
  addReferrerRoutes(guard);
  addReading(guard, {
    url: "/api/courses/:courseId/questions",
    summary: "What who referred has asked in a course, and the answers",
    tag: "referrals",
    params: OfCourseSchema,
    answer: QuestionsSchema,
    about: ({ params }) => params,
    read: async ({ client, params: { courseId } }) => ({
      body: { questions: mutable(courseQuestions(await factsOfCourse(client, courseId))) },
    }),
  });
  addStep(guard, {
    url: "/api/questions/:questionId/taken",
    summary: "Take it upon oneself to answer who referred",
    body: NothingSchema,
    tell: takeQuestion,
  });
  addStep(guard, {
    url: "/api/questions/:questionId/answered",
    summary: "Answer who referred",
    description:
      "Where the address book has an address of who referred, the answer also goes there as a national dialogue message.",
    body: QuestionAnswerSchema,
    tell: answerQuestion,
  });
}
