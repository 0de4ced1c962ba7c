// Knows what the facts of a course say of whom it is shared with, and how a sharing ends.
import type { CalendarDate } from "@rettvei/engine";
import { AppError } from "../../app-error.ts";
import { appendFact, type Telling } from "../../facts/append-fact.ts";
import { byMatter } from "../../facts/by-matter.ts";
import { type Fact, lastOfKind } from "../../facts/fact.ts";
import { matterAsSeen, type SeenMatter } from "../../facts/matter-as-seen.ts";
import { today } from "../../store/store.ts";
import { SHARED, SHARING, SHARING_ENDED, type SharedAs, type SharedThing } from "./sharing.ts";

export interface CourseSharing {
  readonly sharingId: string;
  readonly as: SharedAs;
  readonly unitId: string | null;
  readonly personId: string | null;
  readonly ground: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
  /** Null: all that the matrix gives to the role. */
  readonly what: readonly SharedThing[] | null;
  readonly ended: { readonly on: CalendarDate; readonly reason: string } | null;
  readonly version: number;
}

/** One sharing by its own facts in order. */
export function sharingOf(facts: readonly Fact[]): CourseSharing {
  const shared = lastOfKind(facts, SHARED);
  const last = facts.at(-1);
  if (shared === undefined || last === undefined) throw new Error("bug: a sharing of nothing");
  const ended = lastOfKind(facts, SHARING_ENDED);
  const { as, personId, ground, until, what = null } = shared.body;
  return {
    sharingId: shared.matterId,
    as,
    unitId: shared.unitId,
    personId,
    ground,
    from: shared.happenedOn,
    until,
    what,
    ended: ended === undefined ? null : { on: ended.happenedOn, reason: ended.body.reason },
    version: last.seq,
  };
}

/** All of a course by its facts in order. */
export function courseSharings(facts: readonly Fact[]): readonly CourseSharing[] {
  return byMatter(facts, SHARING).map(sharingOf);
}

/** From the next request on nothing of it is shared any more. AppError `not-now` if it has ended. */
export async function endSharing(
  telling: Telling,
  seen: SeenMatter,
  reason: string,
): Promise<void> {
  const facts = await matterAsSeen(telling.client, SHARING, seen);
  const [first] = facts;
  if (first === undefined || !SHARING.standing(facts).open) {
    throw new AppError("not-now", "sharing: expected one that holds, got one that has ended");
  }
  const { matterId, patientId, courseId, unitId } = first;
  const about = { matterId, patientId, courseId, unitId, happenedOn: today(telling.store) };
  await appendFact(telling, SHARING, SHARING_ENDED, { ...about, body: { reason } });
}
