// Knows a plan of a course: kept in versions, with goals in the patient's own words, measures and the next evaluation.
import { type Static, Type } from "typebox";
import { type Fact, factKind, isOfKind, lastOfKind } from "../../facts/fact.ts";
import type { MatterType } from "../../facts/matter.ts";
import { DateSchema, IdSchema, oneOf, orNull } from "../../http/schemas/basics.ts";
import { NameSchema, WordsSchema } from "../../http/schemas/words.ts";

export const PLAN_KINDS = ["assessment", "treatment", "crisis"] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

export const GoalSchema = Type.Object(
  {
    words: WordsSchema,
    patientsOwn: Type.Boolean({ description: "In the patient's own words, as they were said." }),
  },
  { additionalProperties: false },
);

export const MeasureSchema = Type.Object(
  { what: WordsSchema, who: NameSchema, when: NameSchema },
  { additionalProperties: false },
);

const ContentSchema = Type.Object({
  goals: Type.Array(GoalSchema),
  measures: Type.Array(MeasureSchema),
  /** Null where none is planned: a treatment plan always has one. */
  nextEvaluationOn: orNull(DateSchema),
  madeTogether: Type.Boolean(),
  /** Why not; null where it was made together. */
  whyNotTogether: orNull(WordsSchema),
});

export const PLAN_MADE = factKind(
  "plan-made",
  Type.Object({
    kind: oneOf(PLAN_KINDS),
    content: ContentSchema,
    /** Who answers the patient's words to it. */
    personId: orNull(IdSchema),
  }),
);

export const PLAN_CHANGED = factKind(
  "plan-changed",
  Type.Object({
    content: ContentSchema,
    /** Large enough for those outside to be told. */
    largerChange: Type.Boolean(),
    whatChanged: WordsSchema,
    personId: orNull(IdSchema),
  }),
);

/** What the patient adds: words to the plan, or a goal. */
export const PLAN_WORDS = factKind(
  "plan-words",
  Type.Object({ words: WordsSchema, isGoal: Type.Boolean(), answerBy: DateSchema }),
);

/** Somebody has read the patient's words and answers them. */
export const PLAN_WORDS_ANSWERED = factKind(
  "plan-words-answered",
  Type.Object({ words: WordsSchema }),
);

export const PLAN_STATES = ["in-use", "patient-has-added"] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** Open while the patient has added something that nobody has answered, or taken into a new version. */
export const PLAN: MatterType = {
  type: "plan",
  kinds: [PLAN_MADE, PLAN_CHANGED, PLAN_WORDS, PLAN_WORDS_ANSWERED],
  standing: (facts) => {
    const written = [lastOfKind(facts, PLAN_MADE), lastOfKind(facts, PLAN_CHANGED)];
    const holder = written.findLast((fact) => fact !== undefined);
    const answered = lastOfKind(facts, PLAN_WORDS_ANSWERED);
    const since = Math.max(holder?.seq ?? 0, answered?.seq ?? 0);
    const words = facts.find(
      (fact): fact is Fact<Static<typeof PLAN_WORDS.body>> =>
        isOfKind(fact, PLAN_WORDS) && fact.seq > since,
    );
    const state: PlanState = words === undefined ? "in-use" : "patient-has-added";
    return {
      state,
      open: words !== undefined,
      unitId: holder?.unitId ?? null,
      personId: holder?.body.personId ?? null,
      dueOn: words?.body.answerBy ?? null,
    };
  },
};
