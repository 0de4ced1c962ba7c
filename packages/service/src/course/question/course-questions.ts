// Knows what the facts of a course say of a referrer's questions: each as it was asked, and its answer.
import type { CalendarDate } from "@rettvei/engine";
import { byMatter } from "../../facts/by-matter.ts";
import { type Fact, lastOfKind } from "../../facts/fact.ts";
import { QUESTION, QUESTION_ANSWERED, QUESTION_ASKED, type QuestionState } from "./question.ts";

export interface Question {
  readonly questionId: string;
  readonly courseId: string | null;
  readonly words: string;
  readonly askedOn: CalendarDate;
  readonly state: QuestionState;
  readonly answerBy: CalendarDate;
  /** Who is to answer, or has; null while it is the unit's. */
  readonly personId: string | null;
  readonly answer: { readonly words: string; readonly on: CalendarDate } | null;
  readonly version: number;
}

/** One of them by its own facts in order. */
export function questionOf(facts: readonly Fact[]): Question {
  const asked = lastOfKind(facts, QUESTION_ASKED);
  const last = facts.at(-1);
  if (asked === undefined || last === undefined) throw new Error("bug: a question nobody asked");
  const { state, personId } = QUESTION.standing(facts);
  const answered = lastOfKind(facts, QUESTION_ANSWERED);
  const { words, answerBy } = asked.body;
  return {
    questionId: asked.matterId,
    courseId: asked.courseId,
    words,
    askedOn: asked.happenedOn,
    state: state as QuestionState,
    answerBy,
    personId,
    answer: answered === undefined ? null : { words: answered.body.words, on: answered.happenedOn },
    version: last.seq,
  };
}

/** All of a course by its facts in order; those of other matters are passed over. */
export function courseQuestions(facts: readonly Fact[]): readonly Question[] {
  return byMatter(facts, QUESTION).map(questionOf);
}
