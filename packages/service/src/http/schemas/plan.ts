// Knows the shapes of plans: as they are handed in, and as they are shown with all their versions.
import { Type } from "typebox";
import { GoalSchema, MeasureSchema, PLAN_KINDS, PLAN_STATES } from "../../course/plan/plan.ts";
import { DateSchema, oneOf, orNull } from "./basics.ts";
import { namedSchema } from "./named.ts";
import { TelephoneSchema, WordsSchema } from "./words.ts";

const WRITTEN = {
  on: Type.Optional(DateSchema),
  goals: Type.Array(GoalSchema, { maxItems: 50 }),
  measures: Type.Array(MeasureSchema, { maxItems: 100 }),
  nextEvaluationOn: Type.Optional(DateSchema),
  madeTogether: Type.Boolean({ description: "Made together with the patient." }),
  whyNotTogether: Type.Optional(WordsSchema),
  telephone: Type.Optional(TelephoneSchema),
};

const EXAMPLE = {
  goals: [{ words: "Jeg vil sove om natta og komme meg ut.", patientsOwn: true }],
  measures: [{ what: "Samtaler", who: "Behandler", when: "Hver uke" }],
  nextEvaluationOn: "2026-04-14",
  madeTogether: true,
  telephone: "99 99 99 99",
};

export const NewPlanSchema = Type.Object(
  { kind: oneOf(PLAN_KINDS), ...WRITTEN },
  {
    additionalProperties: false,
    description:
      "`on` is today if not said. A treatment plan names its next evaluation; one not made together says why. `telephone` is for those outside who are told, where no task in the course gives a number.",
    examples: [{ kind: "treatment", ...EXAMPLE }],
  },
);

export const ChangedPlanSchema = Type.Object(
  { ...WRITTEN, largerChange: Type.Boolean(), whatChanged: WordsSchema },
  {
    additionalProperties: false,
    description: "The whole plan as it is from now on. Of a larger change those outside are told.",
    examples: [{ ...EXAMPLE, largerChange: true, whatChanged: "Gruppe i tillegg til samtaler." }],
  },
);

export const PlanWordsSchema = Type.Object(
  { words: WordsSchema, isGoal: Type.Boolean() },
  {
    additionalProperties: false,
    examples: [{ words: "Jeg vil begynne på skolen igjen.", isGoal: true }],
  },
);

export const AnsweredWordsSchema = Type.Object(
  { words: WordsSchema },
  { additionalProperties: false, examples: [{ words: "Det tar vi med i planen på torsdag." }] },
);

const PlanVersionSchema = Type.Object({
  number: Type.Integer({ description: "From 1." }),
  on: DateSchema,
  recordedAt: Type.String({ format: "date-time" }),
  recordedBy: Type.String(),
  goals: Type.Array(GoalSchema),
  measures: Type.Array(MeasureSchema),
  nextEvaluationOn: orNull(DateSchema),
  madeTogether: Type.Boolean(),
  whyNotTogether: orNull(WordsSchema),
  largerChange: Type.Boolean(),
  whatChanged: orNull(WordsSchema),
});

export const PlanSchema = namedSchema(
  "Plan",
  Type.Object({
    planId: Type.String(),
    courseId: orNull(Type.String()),
    kind: oneOf(PLAN_KINDS),
    state: oneOf(PLAN_STATES),
    versions: Type.Array(PlanVersionSchema, { description: "All of them; the last is in use." }),
    words: Type.Array(
      Type.Object({
        from: oneOf(["patient", "staff"]),
        words: WordsSchema,
        isGoal: Type.Boolean(),
        on: DateSchema,
      }),
      { description: "What the patient added, and the answers to it." },
    ),
    answerBy: orNull(DateSchema),
    version: Type.Integer({ description: "For If-Match of a change." }),
  }),
);

export const PlansSchema = Type.Object({ plans: Type.Array(PlanSchema) });
