// Knows that a patient asks why somebody looked, and that the unit of whoever looked explains it by a day.
import { Type } from "typebox";
import { factKind, lastOfKind } from "../facts/fact.ts";
import type { MatterType } from "../facts/matter.ts";
import { DateSchema, IdSchema } from "../http/schemas/basics.ts";
import { WordsSchema } from "../http/schemas/words.ts";

export const EXPLANATION_ASKED = factKind(
  "explanation-asked",
  Type.Object({
    /** Number of the entry of the audit that it is about. */
    entry: Type.Integer(),
    lookedBy: IdSchema,
    words: WordsSchema,
    patientId: IdSchema,
    dueOn: DateSchema,
  }),
);

export const EXPLAINED = factKind("explained", Type.Object({ words: WordsSchema }));

/** Of no patient as a matter, so that it reaches the unit of whoever looked, which may have no course of the patient. */
export const EXPLANATION: MatterType = {
  type: "explanation",
  kinds: [EXPLANATION_ASKED, EXPLAINED],
  standing: (facts) => {
    const asked = lastOfKind(facts, EXPLANATION_ASKED);
    const explained = lastOfKind(facts, EXPLAINED) !== undefined;
    return {
      state: explained ? "explained" : "waiting",
      open: !explained,
      unitId: asked?.unitId ?? null,
      personId: null,
      dueOn: asked?.body.dueOn ?? null,
    };
  },
};
