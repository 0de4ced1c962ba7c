// Knows how a fact becomes a proposed registration, by the table of the definitions and the course's edition.
import type { Proposal } from "@rettvei/definitions";
import type { CalendarDate } from "@rettvei/engine";
import { appendFact, type Telling } from "../../facts/append-fact.ts";
import type { Fact } from "../../facts/fact.ts";
import { factsOfCourse } from "../../facts/read-facts.ts";
import type { StoredCourse } from "../../judging/stored-course.ts";
import { courseEdition } from "../../registration/course-edition.ts";
import { readPatientCourses } from "../../store/course-logs.ts";
import { today } from "../../store/store.ts";
import { courseHolder } from "../course-holder.ts";
import type { OfCourse } from "../course-of.ts";
import { courseProposals } from "./course-proposals.ts";
import { FOUND, PROPOSAL, PROPOSED, proposalId } from "./proposal.ts";
import { registeredAlready } from "./registered-already.ts";

/** What is known, in the words of the definitions: the name of a fact and its dates. */
export interface KnownFact {
  readonly fact: string;
  readonly dates: Readonly<Record<string, CalendarDate>>;
}

interface Wanted {
  readonly proposal: Proposal;
  readonly on: CalendarDate;
}

/** Lines of the definitions that the known facts meet, where the course's edition has the event. */
function wantedBy(
  { judging }: Telling["store"],
  course: StoredCourse,
  known: readonly KnownFact[],
): readonly Wanted[] {
  const { edition } = courseEdition(judging, course);
  const has = new Set(
    edition.events.filter(({ registration }) => registration !== "absent").map(({ id }) => id),
  );
  return known.flatMap(({ fact, dates }) =>
    judging.bundle.proposals.flatMap((proposal) => {
      const on = dates[proposal.dated];
      return proposal.fact === fact && has.has(proposal.event) && on !== undefined
        ? [{ proposal, on }]
        : [];
    }),
  );
}

export async function courseNow(
  { client }: Telling,
  { courseId, patientId }: OfCourse,
): Promise<StoredCourse> {
  const courses = await readPatientCourses(client, [patientId]);
  const course = courses.find((one) => one.courseId === courseId);
  if (course === undefined) throw new Error("bug: a course went missing under its patient's lock");
  return course;
}

/** Proposes what follows from the fact, unless it is registered or proposed already. */
export async function propose(
  telling: Telling,
  fact: Fact,
  known: readonly KnownFact[],
): Promise<void> {
  const { client, store } = telling;
  const { courseId, patientId } = fact;
  if (courseId === null || patientId === null) return;
  const course = await courseNow(telling, { courseId, patientId });
  const before = courseProposals(await factsOfCourse(client, courseId));
  const { unitId, coordinatorId, practitionerId } = await courseHolder(client, courseId);
  for (const { proposal, on } of wantedBy(store, course, known)) {
    const { event, outcome = null } = proposal;
    if (registeredAlready(course.records, { event, on, outcome }) !== undefined) continue;
    const same = before.some(
      (one) =>
        one.state === "proposed" && one.event === event && one.on === on && one.outcome === outcome,
    );
    if (same) continue;
    const personId = coordinatorId ?? practitionerId;
    const body = { fromFact: fact.factId, proposal: proposal.id, event, outcome, on, personId };
    const about = { courseId, patientId, unitId, matterId: proposalId(fact.factId, proposal.id) };
    const told = { ...about, happenedOn: today(store), body };
    await appendFact(telling, PROPOSAL, PROPOSED, told);
  }
}

/** Ends the proposals of which somebody has registered the same by hand. */
export async function settleProposals(telling: Telling, course: OfCourse): Promise<void> {
  const { client, store } = telling;
  const { records } = await courseNow(telling, course);
  for (const one of courseProposals(await factsOfCourse(client, course.courseId))) {
    const record = one.state === "proposed" ? registeredAlready(records, one) : undefined;
    if (record === undefined) continue;
    const { unitId } = await courseHolder(client, course.courseId);
    const body = { recordId: record.recordId };
    const about = { ...course, unitId, matterId: one.proposalId, happenedOn: today(store) };
    await appendFact(telling, PROPOSAL, FOUND, { ...about, body });
  }
}
