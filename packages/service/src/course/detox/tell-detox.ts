// Knows how a detox is planned, ended, followed by the next treatment, or called off.
import { randomUUID } from "node:crypto";
import type { CalendarDate } from "@rettvei/engine";
import { AppError } from "../../app-error.ts";
import { appendFact, type Telling } from "../../facts/append-fact.ts";
import { matterAsSeen, type SeenMatter } from "../../facts/matter-as-seen.ts";
import { factsOfCourse } from "../../facts/read-facts.ts";
import { today } from "../../store/store.ts";
import { lockPatients } from "../../store/transaction.ts";
import { courseHolder } from "../course-holder.ts";
import type { OfCourse } from "../course-of.ts";
import { dayThatWas } from "../days-told.ts";
import { propose } from "../proposal/propose.ts";
import { courseDetoxes, type Detox, detoxOf } from "./course-detoxes.ts";
import { DETOX, DETOX_CANCELLED, DETOX_ENDED, DETOX_FOLLOWED, DETOX_PLANNED } from "./detox.ts";
import type { PlannedDetox } from "./detox-gap.ts";

export interface NewDetox extends PlannedDetox {
  readonly nextWhere: string | null;
}

function badDay(path: string, expected: string, found: CalendarDate): AppError {
  return new AppError("bad-input", "the request holds fields that are not as expected", [
    { path, expected, found },
  ]);
}

/** Plans the course's detox; the one that is open is planned anew. Answers its id. */
export async function planDetox(
  telling: Telling,
  course: OfCourse,
  detox: NewDetox,
): Promise<string> {
  const { store, client } = telling;
  const { endOn, nextStartOn } = detox;
  if (nextStartOn !== null && nextStartOn < endOn)
    throw badDay("/nextStartOn", `${endOn} or a later date`, nextStartOn);
  await lockPatients(client, [course.patientId]);
  const all = courseDetoxes(await factsOfCourse(client, course.courseId));
  const open = all.find(({ state }) => state === "planned" || state === "ended");
  const { unitId, coordinatorId, practitionerId } = await courseHolder(client, course.courseId);
  const matterId = open?.detoxId ?? randomUUID();
  const body = { ...detox, personId: coordinatorId ?? practitionerId };
  const told = { ...course, matterId, unitId, happenedOn: today(store), body };
  await appendFact(telling, DETOX, DETOX_PLANNED, told);
  return matterId;
}

async function detoxAsSeen(
  { client, store }: Telling,
  seen: SeenMatter,
  states: readonly Detox["state"][],
) {
  const facts = await matterAsSeen(client, DETOX, seen);
  const { state, courseId, patientId } = detoxOf(facts);
  if (!states.includes(state)) {
    const expected = states.join(" or ");
    throw new AppError(
      "not-now",
      `detox: expected one that is ${expected}, got one that is ${state}`,
    );
  }
  const unitId = facts.at(-1)?.unitId ?? null;
  return { matterId: seen.matterId, courseId, patientId, unitId, happenedOn: today(store) };
}

/** The detox has ended; its registration is proposed. */
export async function endDetox(
  telling: Telling,
  seen: SeenMatter,
  on: CalendarDate | undefined,
): Promise<void> {
  const about = await detoxAsSeen(telling, seen, ["planned"]);
  const happenedOn = dayThatWas(telling.store, on, "/on");
  const fact = await appendFact(telling, DETOX, DETOX_ENDED, { ...about, happenedOn, body: {} });
  await propose(telling, fact, [{ fact: "detox-ended", dates: { "ended-on": happenedOn } }]);
}

/** The next treatment has started; its registration is proposed. */
export async function followDetox(
  telling: Telling,
  seen: SeenMatter,
  on: CalendarDate | undefined,
): Promise<void> {
  const about = await detoxAsSeen(telling, seen, ["ended"]);
  const happenedOn = dayThatWas(telling.store, on, "/on");
  const fact = await appendFact(telling, DETOX, DETOX_FOLLOWED, { ...about, happenedOn, body: {} });
  await propose(telling, fact, [
    { fact: "treatment-started", dates: { "started-on": happenedOn } },
  ]);
}

/** It comes to nothing, or nothing follows it. */
export async function cancelDetox(
  telling: Telling,
  seen: SeenMatter,
  reason: string,
): Promise<void> {
  const about = await detoxAsSeen(telling, seen, ["planned", "ended"]);
  await appendFact(telling, DETOX, DETOX_CANCELLED, { ...about, body: { reason } });
}
