// Knows a detox: when it is to end, when the next treatment is to start, and how both went.
import { CARE_LEVELS } from "@rettvei/engine";
import { Type } from "typebox";
import { factKind, lastOfKind } from "../../facts/fact.ts";
import type { MatterType } from "../../facts/matter.ts";
import { DateSchema, IdSchema, oneOf, orNull } from "../../http/schemas/basics.ts";
import { NameSchema, WordsSchema } from "../../http/schemas/words.ts";

/** Planned, or planned anew. */
export const DETOX_PLANNED = factKind(
  "detox-planned",
  Type.Object({
    endOn: DateSchema,
    /** Null while nobody has found a place. */
    nextStartOn: orNull(DateSchema),
    nextWhere: orNull(NameSchema),
    /** Of the detox. */
    careLevel: orNull(oneOf(CARE_LEVELS)),
    personId: orNull(IdSchema),
  }),
);

export const DETOX_ENDED = factKind("detox-ended", Type.Object({}));

/** The next treatment has started. */
export const DETOX_FOLLOWED = factKind("detox-followed", Type.Object({}));

export const DETOX_CANCELLED = factKind("detox-cancelled", Type.Object({ reason: WordsSchema }));

export const DETOX_STATES = ["planned", "ended", "followed", "cancelled"] as const;
export type DetoxState = (typeof DETOX_STATES)[number];

/** Open until the next treatment has started: due on the planned end, then on the planned start, if there is one. */
export const DETOX: MatterType = {
  type: "detox",
  kinds: [DETOX_PLANNED, DETOX_ENDED, DETOX_FOLLOWED, DETOX_CANCELLED],
  standing: (facts) => {
    const planned = lastOfKind(facts, DETOX_PLANNED);
    const told = (kind: string): boolean => facts.some((fact) => fact.kind === kind);
    const ended = told(DETOX_ENDED.kind);
    const done = told(DETOX_FOLLOWED.kind) ? "followed" : undefined;
    const off = told(DETOX_CANCELLED.kind) ? "cancelled" : undefined;
    const state: DetoxState = done ?? off ?? (ended ? "ended" : "planned");
    const { endOn = null, nextStartOn = null, personId = null } = planned?.body ?? {};
    return {
      state,
      open: state === "planned" || state === "ended",
      unitId: planned?.unitId ?? null,
      personId,
      dueOn: ended ? (nextStartOn ?? endOn) : endOn,
    };
  },
};
