// Knows a follow-up plan: what the municipality goes on with, one named person responsible, and its receipt.
import { Type } from "typebox";
import { factKind, lastOfKind } from "../../facts/fact.ts";
import type { MatterType } from "../../facts/matter.ts";
import { DateSchema, IdSchema, orNull } from "../../http/schemas/basics.ts";
import { NameSchema, TelephoneSchema, WordsSchema } from "../../http/schemas/words.ts";
import { MeasureSchema } from "../plan/plan.ts";

/** The one person in the municipality who is responsible. */
export const ResponsibleSchema = Type.Object(
  { name: NameSchema, title: NameSchema, telephone: TelephoneSchema },
  { additionalProperties: false },
);

const ContentSchema = Type.Object({
  responsible: ResponsibleSchema,
  measures: Type.Array(MeasureSchema),
  /** What the patient wants of the time after. */
  patientsWords: orNull(WordsSchema),
  /** Where the patient turns if help is needed again. */
  whereToTurn: WordsSchema,
  /** The patient's individual plan is the plan. */
  isIndividualPlan: Type.Boolean(),
});

export const FOLLOW_UP_MADE = factKind(
  "follow-up-made",
  Type.Object({
    municipalUnitId: IdSchema,
    content: ContentSchema,
    confirmBy: DateSchema,
    /** Who sees to it that the municipality confirms. */
    personId: orNull(IdSchema),
  }),
);

export const FOLLOW_UP_CHANGED = factKind(
  "follow-up-changed",
  Type.Object({ content: ContentSchema, whatChanged: WordsSchema, confirmBy: DateSchema }),
);

/** The municipality has it, and tells who there has read it. */
export const FOLLOW_UP_RECEIVED = factKind(
  "follow-up-received",
  Type.Object({ receivedBy: NameSchema }),
);

/** The municipality adds a measure of its own. */
export const FOLLOW_UP_MEASURE = factKind("follow-up-measure", MeasureSchema);

export const FOLLOW_UP_STATES = ["sent", "received"] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

/** Open until the municipality has confirmed the last version of it. */
export const FOLLOW_UP: MatterType = {
  type: "follow-up-plan",
  kinds: [FOLLOW_UP_MADE, FOLLOW_UP_CHANGED, FOLLOW_UP_RECEIVED, FOLLOW_UP_MEASURE],
  standing: (facts) => {
    const made = lastOfKind(facts, FOLLOW_UP_MADE);
    const changed = lastOfKind(facts, FOLLOW_UP_CHANGED);
    const received = lastOfKind(facts, FOLLOW_UP_RECEIVED);
    const sent = Math.max(made?.seq ?? 0, changed?.seq ?? 0);
    const state: FollowUpState = (received?.seq ?? 0) > sent ? "received" : "sent";
    return {
      state,
      open: state === "sent",
      unitId: made?.body.municipalUnitId ?? null,
      personId: made?.body.personId ?? null,
      dueOn: changed?.body.confirmBy ?? made?.body.confirmBy ?? null,
    };
  },
};
