// Knows what the facts of a course say of its detoxes.
import type { CalendarDate, CareLevel } from "@rettvei/engine";
import { byMatter } from "../../facts/by-matter.ts";
import { type Fact, lastOfKind } from "../../facts/fact.ts";
import {
  DETOX,
  DETOX_CANCELLED,
  DETOX_ENDED,
  DETOX_FOLLOWED,
  DETOX_PLANNED,
  type DetoxState,
} from "./detox.ts";

export interface Detox {
  readonly detoxId: string;
  readonly courseId: string;
  readonly patientId: string;
  readonly state: DetoxState;
  readonly endOn: CalendarDate;
  readonly nextStartOn: CalendarDate | null;
  readonly nextWhere: string | null;
  readonly careLevel: CareLevel | null;
  readonly endedOn: CalendarDate | null;
  readonly followedOn: CalendarDate | null;
  readonly cancelledBecause: string | null;
  readonly version: number;
}

/** One detox by its own facts in order. */
export function detoxOf(facts: readonly Fact[]): Detox {
  const planned = lastOfKind(facts, DETOX_PLANNED);
  const last = facts.at(-1);
  if (planned === undefined || last === undefined) throw new Error("bug: a detox never planned");
  const { endOn, nextStartOn, nextWhere, careLevel } = planned.body;
  return {
    detoxId: planned.matterId,
    courseId: planned.courseId ?? "",
    patientId: planned.patientId ?? "",
    state: DETOX.standing(facts).state as DetoxState,
    endOn,
    nextStartOn,
    nextWhere,
    careLevel,
    endedOn: lastOfKind(facts, DETOX_ENDED)?.happenedOn ?? null,
    followedOn: lastOfKind(facts, DETOX_FOLLOWED)?.happenedOn ?? null,
    cancelledBecause: lastOfKind(facts, DETOX_CANCELLED)?.body.reason ?? null,
    version: last.seq,
  };
}

/** All detoxes of a course by its facts in order; those of other matters are passed over. */
export function courseDetoxes(facts: readonly Fact[]): readonly Detox[] {
  return byMatter(facts, DETOX).map(detoxOf);
}
