// Knows the shapes of follow-up plans: as they are made with a municipality, and as both sides see them.
import { Type } from "typebox";
import { FOLLOW_UP_STATES, ResponsibleSchema } from "../../course/municipality/follow-up.ts";
import { MeasureSchema } from "../../course/plan/plan.ts";
import { DateSchema, IdSchema, oneOf, orNull } from "./basics.ts";
import { namedSchema } from "./named.ts";
import { NameSchema, WordsSchema } from "./words.ts";

const CONTENT = {
  responsible: ResponsibleSchema,
  measures: Type.Array(MeasureSchema, { minItems: 1, maxItems: 100 }),
  patientsWords: Type.Optional(WordsSchema),
  whereToTurn: WordsSchema,
  isIndividualPlan: Type.Boolean({ description: "The patient's individual plan is the plan." }),
};

const EXAMPLE = {
  responsible: { name: "Mona Moen", title: "Psykiatrisk sykepleier", telephone: "99 99 99 98" },
  measures: [{ what: "Samtaler", who: "Kommunens team", when: "Hver uke" }],
  whereToTurn: "Ring Mona Moen, eller fastlegen.",
  isIndividualPlan: false,
};

export const NewFollowUpSchema = Type.Object(
  { municipalUnitId: IdSchema, ground: NameSchema, ...CONTENT },
  {
    additionalProperties: false,
    description: "One named person is responsible. `ground` tells why it may be shared.",
    examples: [{ municipalUnitId: "k-0301", ground: "Pasientens samtykke", ...EXAMPLE }],
  },
);

export const ChangedFollowUpSchema = Type.Object(
  { ...CONTENT, whatChanged: WordsSchema },
  {
    additionalProperties: false,
    description: "The whole plan as it is from now on; the municipality confirms it anew.",
    examples: [{ ...EXAMPLE, whatChanged: "Ny ansvarlig." }],
  },
);

export const ReceiptOfFollowUpSchema = Type.Object(
  { receivedBy: NameSchema },
  { additionalProperties: false, examples: [{ receivedBy: "Mona Moen" }] },
);

export const MunicipalMeasureSchema = Type.Object(MeasureSchema.properties, {
  additionalProperties: false,
  examples: [{ what: "Støttekontakt", who: "Kommunen", when: "Fra august" }],
});

export const FollowUpSchema = namedSchema(
  "FollowUpPlan",
  Type.Object({
    ...CONTENT,
    patientsWords: orNull(Type.String()),
    followUpId: Type.String(),
    courseId: orNull(Type.String()),
    municipalUnitId: Type.String(),
    state: oneOf(FOLLOW_UP_STATES),
    versions: Type.Integer({ description: "How many there have been; the last is shown." }),
    madeOn: DateSchema,
    confirmBy: orNull(DateSchema),
    received: orNull(Type.Object({ by: Type.String(), on: DateSchema })),
    municipalMeasures: Type.Array(
      Type.Object({ ...MeasureSchema.properties, addedOn: DateSchema }),
    ),
    version: Type.Integer({ description: "For If-Match of a change." }),
  }),
);

export const FollowUpOfCourseSchema = Type.Object({ followUpPlan: orNull(FollowUpSchema) });
