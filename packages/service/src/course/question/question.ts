// Knows a referrer's question to the unit: asked of a course, to be answered by a named person, or the unit, by a day.
import { Type } from "typebox";
import { factKind, lastOfKind } from "../../facts/fact.ts";
import type { MatterType } from "../../facts/matter.ts";
import { DateSchema, IdSchema, orNull } from "../../http/schemas/basics.ts";
import { WordsSchema } from "../../http/schemas/words.ts";

export const QUESTION_ASKED = factKind(
  "question-asked",
  Type.Object({
    words: WordsSchema,
    answerBy: DateSchema,
    /** Who is to answer; null where nobody has the course: it is then its unit's. */
    personId: orNull(IdSchema),
  }),
);

/** A person of the unit takes it upon them to answer. */
export const QUESTION_TAKEN = factKind("question-taken", Type.Object({ personId: IdSchema }));

export const QUESTION_ANSWERED = factKind("question-answered", Type.Object({ words: WordsSchema }));

export const QUESTION_STATES = ["waiting", "taken", "answered"] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

/** Open until it is answered, past its day as much as before it. */
export const QUESTION: MatterType = {
  type: "question",
  kinds: [QUESTION_ASKED, QUESTION_TAKEN, QUESTION_ANSWERED],
  standing: (facts) => {
    const asked = lastOfKind(facts, QUESTION_ASKED);
    const taken = lastOfKind(facts, QUESTION_TAKEN);
    const answered = lastOfKind(facts, QUESTION_ANSWERED) !== undefined;
    const waiting: QuestionState = taken === undefined ? "waiting" : "taken";
    return {
      state: answered ? "answered" : waiting,
      open: !answered,
      unitId: asked?.unitId ?? null,
      personId: taken?.body.personId ?? asked?.body.personId ?? null,
      dueOn: asked?.body.answerBy ?? null,
    };
  },
};
