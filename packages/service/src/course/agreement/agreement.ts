// Knows a cooperation agreement between a unit of the trust and a municipality: contact points and a date for review.
import { Type } from "typebox";
import { factKind, isOfKind, lastOfKind } from "../../facts/fact.ts";
import type { MatterType } from "../../facts/matter.ts";
import { DateSchema, IdSchema, oneOf } from "../../http/schemas/basics.ts";
import { NameSchema, TelephoneSchema, WordsSchema } from "../../http/schemas/words.ts";

/** Where each side reaches the other. */
export const ContactSchema = Type.Object(
  {
    side: oneOf(["trust", "municipality"]),
    name: NameSchema,
    telephone: TelephoneSchema,
    email: Type.Optional(NameSchema),
  },
  { additionalProperties: false },
);

export const AGREEMENT_MADE = factKind(
  "agreement-made",
  Type.Object({
    title: NameSchema,
    municipalUnitId: IdSchema,
    municipality: NameSchema,
    text: WordsSchema,
    contacts: Type.Array(ContactSchema),
    reviewOn: DateSchema,
  }),
);

/** Looked at anew, on the day of the fact. */
export const AGREEMENT_REVIEWED = factKind(
  "agreement-reviewed",
  Type.Object({
    text: WordsSchema,
    contacts: Type.Array(ContactSchema),
    reviewOn: DateSchema,
    whatChanged: WordsSchema,
  }),
);

export const AGREEMENT_ENDED = factKind("agreement-ended", Type.Object({ reason: WordsSchema }));

export const AGREEMENT_STATES = ["in-force", "ended"] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

/** Open while it is in force; due on the date for its review. */
export const AGREEMENT: MatterType = {
  type: "agreement",
  kinds: [AGREEMENT_MADE, AGREEMENT_REVIEWED, AGREEMENT_ENDED],
  standing: (facts) => {
    const made = lastOfKind(facts, AGREEMENT_MADE);
    const reviewed = lastOfKind(facts, AGREEMENT_REVIEWED);
    const ended = facts.some((fact) => isOfKind(fact, AGREEMENT_ENDED));
    const state: AgreementState = ended ? "ended" : "in-force";
    return {
      state,
      open: !ended,
      unitId: made?.unitId ?? null,
      personId: null,
      dueOn: reviewed?.body.reviewOn ?? made?.body.reviewOn ?? null,
    };
  },
};
