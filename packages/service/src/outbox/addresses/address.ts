// Knows the address book: where each organisation takes messages, and by which national numbers it is known.
import { type Static, Type } from "typebox";
import { factKind, lastOfKind } from "../../facts/fact.ts";
import type { MatterType } from "../../facts/matter.ts";
import { IdSchema, oneOf, orNull } from "../../http/schemas/basics.ts";

/** Kinds of numbers that code system 9051 has for organisations, of those that are used here. */
const NUMBER_KINDS = ["HER", "ENH"] as const;

export const AddressSchema = Type.Object(
  {
    /** Key by which messages name it: a HER-id, an organisation number, "patient" for the digital mail of patients. */
    partyId: IdSchema,
    name: Type.String({ minLength: 1, maxLength: 200 }),
    /** Where messages to it are posted; null where the service's common address passes them on. */
    url: orNull(Type.String({ pattern: "^https?://[^\\s]+$", maxLength: 500 })),
    numbers: Type.Array(
      Type.Object(
        { kind: oneOf(NUMBER_KINDS), number: Type.String({ pattern: "^[0-9]{1,20}$" }) },
        { additionalProperties: false },
      ),
      { maxItems: 10 },
    ),
    /** The unit of ours that it is; null for others. */
    unitId: orNull(IdSchema),
    /** Nothing is sent to it any more: messages to it fail at once. */
    closed: Type.Boolean(),
  },
  {
    additionalProperties: false,
    examples: [
      {
        partyId: "9900101",
        name: "Lykkebo legekontor",
        url: "https://meldinger.example.org/inn",
        numbers: [{ kind: "HER", number: "9900101" }],
        unitId: null,
        closed: false,
      },
    ],
  },
);
export type Address = Static<typeof AddressSchema>;

export const ADDRESS_TOLD = factKind("address-told", AddressSchema);

/** An entry is a matter of its own, and the last that was told holds. */
export const ADDRESS: MatterType = {
  type: "address",
  kinds: [ADDRESS_TOLD],
  standing: (facts) => ({
    state: lastOfKind(facts, ADDRESS_TOLD)?.body.closed === false ? "in-use" : "closed",
    open: false,
    unitId: lastOfKind(facts, ADDRESS_TOLD)?.body.unitId ?? null,
    personId: null,
    dueOn: null,
  }),
};
