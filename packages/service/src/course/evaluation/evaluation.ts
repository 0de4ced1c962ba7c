// Knows an evaluation: planned for a day, answered by the patient in advance, held or called off.
import { Type } from "typebox";
import { factKind, lastOfKind } from "../../facts/fact.ts";
import type { MatterType } from "../../facts/matter.ts";
import { DateSchema, IdSchema, oneOf, orNull } from "../../http/schemas/basics.ts";
import { NameSchema, WordsSchema } from "../../http/schemas/words.ts";

/** Who takes part. */
const PARTICIPANTS = [
  "patient",
  "relative",
  "practitioner",
  "coordinator",
  "gp",
  "municipality",
  "other-service",
] as const;

/** An answer in the patient's own words to one of the questions of the definitions. */
export const AnswerSchema = Type.Object(
  { question: IdSchema, words: WordsSchema },
  { additionalProperties: false },
);

export const ParticipantSchema = Type.Object(
  { role: oneOf(PARTICIPANTS), name: Type.Optional(NameSchema) },
  { additionalProperties: false },
);

/** Planned, or moved to another day. */
export const EVALUATION_PLANNED = factKind(
  "evaluation-planned",
  Type.Object({
    on: DateSchema,
    /** The plan that sets it; null where none does. */
    planId: orNull(IdSchema),
    /** Who is to hold it. */
    personId: orNull(IdSchema),
  }),
);

/** The patient's answers; of several to one question the last holds. */
export const EVALUATION_ANSWERED = factKind(
  "evaluation-answered",
  Type.Object({ answers: Type.Array(AnswerSchema) }),
);

export const EVALUATION_HELD = factKind(
  "evaluation-held",
  Type.Object({
    participants: Type.Array(ParticipantSchema),
    /** Name of the feedback tool; null where none was used. */
    feedbackTool: orNull(NameSchema),
    /** What the patient answered at the meeting. */
    answers: Type.Array(AnswerSchema),
    summary: orNull(WordsSchema),
    /** What it changed in the plan; null where it changed nothing. */
    changedInPlan: orNull(WordsSchema),
  }),
);

export const EVALUATION_CANCELLED = factKind(
  "evaluation-cancelled",
  Type.Object({ reason: WordsSchema }),
);

export const EVALUATION_STATES = ["planned", "held", "cancelled"] as const;
export type EvaluationState = (typeof EVALUATION_STATES)[number];

/** Open until it was held or called off; due on the day it is planned for. */
export const EVALUATION: MatterType = {
  type: "evaluation",
  kinds: [EVALUATION_PLANNED, EVALUATION_ANSWERED, EVALUATION_HELD, EVALUATION_CANCELLED],
  standing: (facts) => {
    const planned = lastOfKind(facts, EVALUATION_PLANNED);
    const held = lastOfKind(facts, EVALUATION_HELD) !== undefined;
    const cancelled = lastOfKind(facts, EVALUATION_CANCELLED) !== undefined;
    const state: EvaluationState = held ? "held" : cancelled ? "cancelled" : "planned";
    return {
      state,
      open: state === "planned",
      unitId: planned?.unitId ?? null,
      personId: planned?.body.personId ?? null,
      dueOn: planned?.body.on ?? null,
    };
  },
};
