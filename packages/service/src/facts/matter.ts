// Knows a matter: a thing that facts tell of, and what they say of where it stands and who has it.
import type { CalendarDate } from "@rettvei/engine";
import type { Fact, FactKind } from "./fact.ts";

/** Where a matter stands. What is open has an owner and a due date, or it would be lost in silence. */
export interface Standing {
  readonly state: string;
  /** Something is still to be done. */
  readonly open: boolean;
  /** The unit that has it. */
  readonly unitId: string | null;
  /** The person of the unit who has it, once somebody has. */
  readonly personId: string | null;
  readonly dueOn: CalendarDate | null;
}

/** A type of matter: a referral, a plan, a transfer. */
export interface MatterType {
  readonly type: string;
  /** Kinds of facts that tell of it; no kind tells of two types. */
  readonly kinds: readonly FactKind[];
  /** Of at least one fact, in order. A pure function: the kept state can be made again at any time. */
  readonly standing: (facts: readonly Fact[]) => Standing;
}
