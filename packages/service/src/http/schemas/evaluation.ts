// Knows the shapes of evaluations: planned, answered, held, and as they are shown.
import { Type } from "typebox";
import {
  AnswerSchema,
  EVALUATION_STATES,
  ParticipantSchema,
} from "../../course/evaluation/evaluation.ts";
import { DateSchema, IdSchema, oneOf, orNull, SourceSchema, TextSchema } from "./basics.ts";
import { namedSchema } from "./named.ts";
import { NameSchema, WordsSchema } from "./words.ts";

const AnswersSchema = Type.Array(AnswerSchema, { maxItems: 50 });

export const NewEvaluationSchema = Type.Object(
  { on: DateSchema },
  { additionalProperties: false, examples: [{ on: "2026-04-14" }] },
);

export const NewAnswersSchema = Type.Object(
  { answers: Type.Array(AnswerSchema, { minItems: 1, maxItems: 50 }) },
  {
    additionalProperties: false,
    description: "In the patient's own words; of several answers to one question the last holds.",
    examples: [{ answers: [{ question: "benefit", words: "Ja, jeg sover bedre." }] }],
  },
);

export const HeldEvaluationSchema = Type.Object(
  {
    heldOn: Type.Optional(DateSchema),
    participants: Type.Array(ParticipantSchema, { minItems: 1, maxItems: 30 }),
    feedbackTool: Type.Optional(NameSchema),
    answers: Type.Optional(AnswersSchema),
    summary: Type.Optional(WordsSchema),
    changedInPlan: Type.Optional(WordsSchema),
    nextOn: Type.Optional(DateSchema),
  },
  {
    additionalProperties: false,
    description: "`nextOn` plans the evaluation after it.",
    examples: [
      {
        heldOn: "2026-03-03",
        participants: [{ role: "patient" }, { role: "practitioner", name: "Odd Elvestrand" }],
        feedbackTool: "FIT",
        answers: [{ question: "coping", words: "Turene i skogen." }],
        changedInPlan: "Gruppe i tillegg til samtaler.",
        nextOn: "2026-04-14",
      },
    ],
  },
);

export const CancelledEvaluationSchema = Type.Object(
  { reason: WordsSchema },
  { additionalProperties: false, examples: [{ reason: "Forløpet avsluttes før den." }] },
);

export const EvaluationSchema = namedSchema(
  "Evaluation",
  Type.Object({
    evaluationId: Type.String(),
    courseId: orNull(Type.String()),
    state: oneOf(EVALUATION_STATES),
    plannedOn: orNull(DateSchema),
    heldOn: orNull(DateSchema),
    planId: orNull(Type.String()),
    answers: Type.Array(
      Type.Object({
        question: IdSchema,
        words: WordsSchema,
        given: oneOf(["in-advance", "at-the-meeting"]),
      }),
    ),
    participants: Type.Array(ParticipantSchema),
    feedbackTool: orNull(Type.String()),
    summary: orNull(Type.String()),
    changedInPlan: orNull(Type.String()),
    cancelledBecause: orNull(Type.String()),
    version: Type.Integer({ description: "For If-Match of a change." }),
  }),
);

export const EvaluationsSchema = Type.Object({ evaluations: Type.Array(EvaluationSchema) });

export const QuestionsSchema = Type.Object({
  questions: Type.Array(Type.Object({ id: IdSchema, text: TextSchema, source: SourceSchema })),
});
