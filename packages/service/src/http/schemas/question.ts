// Knows the shapes of what a referrer and a unit write to each other about a referral.
import { Type } from "typebox";
import { QUESTION_STATES } from "../../course/question/question.ts";
import { PURPOSES } from "../../outbox/message-facts.ts";
import { MESSAGE_STATES } from "../../outbox/message-matter.ts";
import { DateSchema, oneOf, orNull } from "./basics.ts";
import { namedSchema } from "./named.ts";
import { TelephoneSchema, WordsSchema } from "./words.ts";

export const NewQuestionSchema = Type.Object(
  { words: WordsSchema },
  {
    additionalProperties: false,
    description:
      "It reaches the course's coordinator, else whoever treats the patient, else the unit's intake person, else the unit.",
    examples: [{ words: "Kan medisinlista gjennomgås før første time?" }],
  },
);

export const QuestionAnswerSchema = Type.Object(
  { words: WordsSchema, telephone: Type.Optional(TelephoneSchema) },
  {
    additionalProperties: false,
    description:
      "The telephone is where whoever referred may call; without it, what is known for who answers or for the coordinator. It is needed where the answer goes out as a message.",
    examples: [{ words: "Ja, vi tar den i samtalen på mandag.", telephone: "99 99 99 99" }],
  },
);

export const QuestionSchema = namedSchema(
  "Question",
  Type.Object({
    questionId: Type.String(),
    courseId: orNull(Type.String()),
    words: Type.String(),
    askedOn: DateSchema,
    state: oneOf(QUESTION_STATES),
    answerBy: DateSchema,
    personId: orNull(Type.String()),
    answer: orNull(Type.Object({ words: Type.String(), on: DateSchema })),
    version: Type.Integer({ description: "For If-Match of an answer to it." }),
  }),
);

export const QuestionsSchema = Type.Object({ questions: Type.Array(QuestionSchema) });

const ToReferrerSchema = Type.Object({
  messageId: Type.String(),
  purpose: oneOf(PURPOSES),
  on: DateSchema,
  state: oneOf(MESSAGE_STATES),
  title: orNull(Type.String()),
  passages: Type.Array(
    Type.Object({
      heading: orNull(Type.String({ description: "Code of the part of a discharge summary." })),
      text: Type.String(),
    }),
  ),
  author: orNull(Type.Object({ name: Type.String(), telephone: Type.String() })),
});

/** What went both ways of a referral. */
export const ReferralMessagesSchema = namedSchema(
  "ReferralMessages",
  Type.Object({
    messages: Type.Array(ToReferrerSchema, {
      description: "What the unit has written to who referred, newest first.",
    }),
    questions: Type.Array(QuestionSchema, { description: "Of who referred, newest first." }),
  }),
);
