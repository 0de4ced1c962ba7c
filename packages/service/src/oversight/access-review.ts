// Knows what is looked into by the log controller: what one person looked up of one patient on one day, and why.
import { Type } from "typebox";
import { factKind, lastOfKind } from "../facts/fact.ts";
import type { MatterType } from "../facts/matter.ts";
import { DateSchema, IdSchema, oneOf } from "../http/schemas/basics.ts";
import { WordsSchema } from "../http/schemas/words.ts";

/** Signs that an access may have had no reason. Each by itself is enough to be looked into, and none proves anything. */
export const SIGNS = [
  "self",
  "family",
  "colleague",
  "same-surname",
  "protected",
  "no-relation",
  "refused",
  "after-end",
  "volume",
  "off-hours",
  "break-glass",
] as const;
export type Sign = (typeof SIGNS)[number];

/** A sign, with the numbers that made it one. */
export const SignSchema = Type.Object({
  sign: oneOf(SIGNS),
  figures: Type.Array(Type.Object({ of: Type.String(), figure: Type.Number() })),
});

export const ACCESS_FLAGGED = factKind(
  "access-flagged",
  Type.Object({
    organisation: Type.String(),
    lookedBy: IdSchema,
    lookedByName: Type.String(),
    role: Type.String(),
    unitId: Type.String(),
    patientId: IdSchema,
    on: DateSchema,
    looks: Type.Integer(),
    /** Numbers of the entries of the audit, the first of them. */
    entries: Type.Array(Type.Integer()),
    signs: Type.Array(SignSchema),
    dueOn: DateSchema,
  }),
);

/** The leader of the unit is asked to explain it. */
export const ACCESS_ASKED_ABOUT = factKind(
  "access-asked-about",
  Type.Object({ unitId: Type.String(), words: WordsSchema, dueOn: DateSchema }),
);

export const ACCESS_EXPLAINED = factKind("access-explained", Type.Object({ words: WordsSchema }));

export const ACCESS_OUTCOMES = ["justified", "not-justified", "followed-up"] as const;

export const ACCESS_DECIDED = factKind(
  "access-decided",
  Type.Object({ outcome: oneOf(ACCESS_OUTCOMES), words: WordsSchema }),
);

/** Where the log control of an organisation has what waits for it: it is at no unit. */
function logControlDesk(organisation: string): string {
  return `log-control ${organisation}`;
}

/** Of no patient as a matter, as a leader's review: whom it is about is inside, for those who may look into it. */
export const ACCESS_REVIEW: MatterType = {
  type: "access-review",
  kinds: [ACCESS_FLAGGED, ACCESS_ASKED_ABOUT, ACCESS_EXPLAINED, ACCESS_DECIDED],
  standing: (facts) => {
    const flagged = lastOfKind(facts, ACCESS_FLAGGED);
    const asked = lastOfKind(facts, ACCESS_ASKED_ABOUT);
    const explained = lastOfKind(facts, ACCESS_EXPLAINED);
    const decided = lastOfKind(facts, ACCESS_DECIDED);
    const waitsForLeader = asked !== undefined && explained === undefined && decided === undefined;
    const state = explained !== undefined ? "explained" : asked !== undefined ? "asked" : "waiting";
    const desk = logControlDesk(flagged?.body.organisation ?? "-");
    return {
      state: decided?.body.outcome ?? state,
      open: decided === undefined,
      unitId: waitsForLeader ? asked.body.unitId : desk,
      personId: null,
      dueOn: (waitsForLeader ? asked : flagged)?.body.dueOn ?? null,
    };
  },
};

/** That the accesses of a time were gone through, so that a day is neither forgotten nor done twice. */
export const ACCESSES_EXAMINED = factKind(
  "accesses-examined",
  Type.Object({
    organisation: Type.String(),
    from: DateSchema,
    to: DateSchema,
    looked: Type.Integer(),
    flagged: Type.Integer(),
    opened: Type.Integer(),
  }),
);

export const LOG_EXAMINATION: MatterType = {
  type: "log-examination",
  kinds: [ACCESSES_EXAMINED],
  standing: () => ({ state: "done", open: false, unitId: null, personId: null, dueOn: null }),
};
