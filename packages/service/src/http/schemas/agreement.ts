// Knows the shapes of cooperation agreements with municipalities.
import { Type } from "typebox";
import { AGREEMENT_STATES, ContactSchema } from "../../course/agreement/agreement.ts";
import { DateSchema, IdSchema, oneOf, orNull } from "./basics.ts";
import { namedSchema } from "./named.ts";
import { NameSchema, WordsSchema } from "./words.ts";

const CONTENT = {
  text: WordsSchema,
  contacts: Type.Array(ContactSchema, { minItems: 1, maxItems: 50 }),
  reviewOn: DateSchema,
};

const EXAMPLE = {
  text: "Vi ringer hverandre før utskrivning, og møtes hver måned.",
  contacts: [
    { side: "trust", name: "Kari Koordinator", telephone: "99 99 99 99" },
    { side: "municipality", name: "Mona Moen", telephone: "99 99 99 98" },
  ],
  reviewOn: "2027-03-03",
};

export const NewAgreementSchema = Type.Object(
  {
    unitId: IdSchema,
    title: NameSchema,
    municipalUnitId: IdSchema,
    municipality: NameSchema,
    on: Type.Optional(DateSchema),
    ...CONTENT,
  },
  {
    additionalProperties: false,
    examples: [
      {
        unitId: "9900001",
        title: "Samarbeid om utskrivning",
        municipalUnitId: "k-0301",
        municipality: "Testvik kommune",
        ...EXAMPLE,
      },
    ],
  },
);

export const ReviewedAgreementSchema = Type.Object(
  { ...CONTENT, whatChanged: WordsSchema },
  { additionalProperties: false, examples: [{ ...EXAMPLE, whatChanged: "Nytt kontaktpunkt." }] },
);

export const EndedAgreementSchema = Type.Object(
  { reason: WordsSchema },
  { additionalProperties: false, examples: [{ reason: "Kommunene er slått sammen." }] },
);

export const AgreementQuerySchema = Type.Object(
  { due: Type.Optional(Type.Boolean({ description: "Only those whose review is due." })) },
  { additionalProperties: false },
);

export const AgreementSchema = namedSchema(
  "Agreement",
  Type.Object({
    agreementId: Type.String(),
    unitId: Type.String(),
    title: Type.String(),
    municipalUnitId: Type.String(),
    municipality: Type.String(),
    ...CONTENT,
    state: oneOf(AGREEMENT_STATES),
    madeOn: DateSchema,
    reviews: Type.Array(Type.Object({ on: DateSchema, whatChanged: Type.String() })),
    endedBecause: orNull(Type.String()),
    version: Type.Integer({ description: "For If-Match of a change." }),
  }),
);

export const AgreementsSchema = Type.Object({ agreements: Type.Array(AgreementSchema) });
