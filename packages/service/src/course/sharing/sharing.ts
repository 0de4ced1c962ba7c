// Knows with whom outside the unit a course is shared, as what, on which ground, and until when.
import { randomUUID } from "node:crypto";
import type { CalendarDate } from "@rettvei/engine";
import { Type } from "typebox";
import { appendFact, type Telling } from "../../facts/append-fact.ts";
import { type Fact, factKind, lastOfKind } from "../../facts/fact.ts";
import type { MatterType } from "../../facts/matter.ts";
import { DateSchema, oneOf, orNull } from "../../http/schemas/basics.ts";
import { today } from "../../store/store.ts";

export const SHARED_AS = ["referrer", "municipality", "relative"] as const;
export type SharedAs = (typeof SHARED_AS)[number];

/** What of a course is shared, in the words of the access matrix. */
export const SHARED_THINGS = ["course", "plan", "assignment", "follow-up-plan", "detox"] as const;
export type SharedThing = (typeof SHARED_THINGS)[number];

export const SHARED = factKind(
  "shared",
  Type.Object({
    as: oneOf(SHARED_AS),
    /** A person, or all at the fact's unit who hold the role. */
    personId: orNull(Type.String()),
    /** Why: a code, as "referral" or "consent". */
    ground: Type.String(),
    /** Last day; null for as long as the course goes on. */
    until: orNull(DateSchema),
    /** Absent: all that the matrix gives to the role. */
    what: Type.Optional(Type.Array(oneOf(SHARED_THINGS))),
  }),
);

export const SHARING_ENDED = factKind("sharing-ended", Type.Object({ reason: Type.String() }));

/** Open while it holds. It waits for nothing: its date is the last on which it holds. */
export const SHARING: MatterType = {
  type: "sharing",
  kinds: [SHARED, SHARING_ENDED],
  standing: (facts) => {
    const shared = lastOfKind(facts, SHARED);
    const open = shared !== undefined && shared === facts.at(-1);
    return {
      state: open ? shared.body.as : "ended",
      open,
      unitId: shared?.unitId ?? null,
      personId: shared?.body.personId ?? null,
      dueOn: shared?.body.until ?? null,
    };
  },
};

export interface NewSharing {
  readonly patientId: string;
  readonly courseId: string;
  readonly as: SharedAs;
  readonly personId: string | null;
  readonly unitId: string | null;
  readonly ground: string;
  /** Last day; for as long as the course goes on if not said. */
  readonly until?: CalendarDate | null;
  /** All that the matrix gives to the role if not said. */
  readonly what?: readonly SharedThing[];
}

/** Shares a course, or something of it, with a person or a unit. */
export function share(
  telling: Telling,
  { as, personId, ground, until = null, what, ...about }: NewSharing,
): Promise<Fact> {
  const body = { as, personId, ground, until, ...(what === undefined ? {} : { what: [...what] }) };
  const matterId = randomUUID();
  return appendFact(telling, SHARING, SHARED, {
    ...about,
    matterId,
    happenedOn: today(telling.store),
    body,
  });
}
