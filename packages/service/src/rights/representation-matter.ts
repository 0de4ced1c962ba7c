// Knows that somebody acts for a patient: as guardian, by power of attorney, or as somebody close by consent.
import { Type } from "typebox";
import { WAYS_TO_ACT } from "../access/representation.ts";
import { factKind, lastOfKind } from "../facts/fact.ts";
import type { MatterType } from "../facts/matter.ts";
import { DateSchema, IdSchema, oneOf, orNull } from "../http/schemas/basics.ts";
import { NameSchema } from "../http/schemas/words.ts";

export const REPRESENTATION_SET = factKind(
  "representation-set",
  Type.Object({
    actsAs: oneOf(WAYS_TO_ACT),
    personId: IdSchema,
    personName: NameSchema,
    representativeBornOn: orNull(DateSchema),
    /** Of a guardian: registered at the child's address. */
    atChildsAddress: Type.Boolean(),
    purpose: NameSchema,
    until: DateSchema,
  }),
);

export const REPRESENTATION_ENDED = factKind("representation-ended", Type.Object({}));

/** Open until it is withdrawn; what it opens is decided at each request, by its last day and by ages. */
export const REPRESENTATION: MatterType = {
  type: "representation",
  kinds: [REPRESENTATION_SET, REPRESENTATION_ENDED],
  standing: (facts) => {
    const set = lastOfKind(facts, REPRESENTATION_SET);
    const ended = lastOfKind(facts, REPRESENTATION_ENDED) !== undefined;
    return {
      state: ended ? "ended" : "in-force",
      open: !ended,
      unitId: null,
      personId: set?.body.personId ?? null,
      dueOn: set?.body.until ?? null,
    };
  },
};
