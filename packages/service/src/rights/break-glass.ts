// Knows access in an unforeseen situation: opened by one person to one patient, for an hour, and looked into afterwards.
import { Type } from "typebox";
import { factKind, lastOfKind } from "../facts/fact.ts";
import type { MatterType } from "../facts/matter.ts";
import { DateSchema, IdSchema, oneOf } from "../http/schemas/basics.ts";
import { WordsSchema } from "../http/schemas/words.ts";

export const GLASS_GROUNDS = [
  "acute",
  "on-call",
  "patient-present",
  "supervision",
  "legal",
  "danger-to-life",
  "other",
] as const;
export type GlassGround = (typeof GLASS_GROUNDS)[number];

/** The one ground that holds against a patient's block. */
export const OVERRIDES: GlassGround = "danger-to-life";

export const REASON_LETTERS = 10;

export const GLASS_OPENED = factKind(
  "break-glass-opened",
  Type.Object({
    ground: oneOf(GLASS_GROUNDS),
    reason: WordsSchema,
    until: Type.String({ format: "date-time" }),
    overridesBlock: Type.Boolean(),
    personId: IdSchema,
  }),
);

export const GLASS_ENDED = factKind("break-glass-ended", Type.Object({}));

export const BREAK_GLASS: MatterType = {
  type: "break-glass",
  kinds: [GLASS_OPENED, GLASS_ENDED],
  standing: (facts) => {
    const opened = lastOfKind(facts, GLASS_OPENED);
    const ended = lastOfKind(facts, GLASS_ENDED) !== undefined;
    return {
      state: ended ? "ended" : "opened",
      open: !ended,
      unitId: null,
      personId: opened?.body.personId ?? null,
      dueOn: opened?.happenedOn ?? null,
    };
  },
};

export const REVIEW_ASKED = factKind(
  "glass-review-asked",
  Type.Object({
    openedBy: IdSchema,
    openedByName: Type.String(),
    glassId: IdSchema,
    patientId: IdSchema,
    ground: oneOf(GLASS_GROUNDS),
    reason: WordsSchema,
    dueOn: DateSchema,
  }),
);

export const REVIEW_RESULTS = ["justified", "not-justified"] as const;

export const REVIEWED = factKind(
  "glass-reviewed",
  Type.Object({ result: oneOf(REVIEW_RESULTS), words: WordsSchema }),
);

/** The unit's leader looks into each opening; it is open until somebody has. Of no patient: who it was about is inside. */
export const GLASS_REVIEW: MatterType = {
  type: "glass-review",
  kinds: [REVIEW_ASKED, REVIEWED],
  standing: (facts) => {
    const asked = lastOfKind(facts, REVIEW_ASKED);
    const reviewed = lastOfKind(facts, REVIEWED);
    return {
      state: reviewed?.body.result ?? "waiting",
      open: reviewed === undefined,
      unitId: asked?.unitId ?? null,
      personId: null,
      dueOn: asked?.body.dueOn ?? null,
    };
  },
};
