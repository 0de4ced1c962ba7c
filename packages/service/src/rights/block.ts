// Knows a block: the patient closes all or one course to a person, a unit or an organisation, until it is lifted.
import { Type } from "typebox";
import { factKind, lastOfKind } from "../facts/fact.ts";
import type { MatterType } from "../facts/matter.ts";
import { IdSchema, orNull } from "../http/schemas/basics.ts";

/** Against whom: one of a person, an organisation, and (in what the fact is about) a unit. */
export const BLOCK_SET = factKind(
  "block-set",
  Type.Object({ personId: orNull(IdSchema), organisation: orNull(IdSchema) }),
);

export const BLOCK_LIFTED = factKind("block-lifted", Type.Object({}));

/** Nobody has to do anything about it, so it has no day; person and unit are those whom it keeps out. */
export const BLOCK: MatterType = {
  type: "block",
  kinds: [BLOCK_SET, BLOCK_LIFTED],
  standing: (facts) => {
    const set = lastOfKind(facts, BLOCK_SET);
    const lifted = lastOfKind(facts, BLOCK_LIFTED) !== undefined;
    return {
      state: lifted ? "lifted" : "in-force",
      open: !lifted,
      unitId: set?.unitId ?? null,
      personId: set?.body.personId ?? null,
      dueOn: null,
    };
  },
};
