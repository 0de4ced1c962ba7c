// Knows people who ask in tests, each in one role, and how one of them gets a task in a course.
import { type CalendarDate, parseCalendarDate } from "@rettvei/engine";
import { type Actor, ROLES } from "../access/actor.ts";
import {
  ASSIGNED,
  ASSIGNMENT,
  assignmentId,
  type TaskRole,
} from "../course/assignment/assignment.ts";
import { appendFact } from "../facts/append-fact.ts";
import { judgeAgain } from "../store/refresh-states.ts";
import { type Store, today } from "../store/store.ts";
import { inTransaction } from "../store/transaction.ts";
import { ACTOR_HEADER, COORDINATOR } from "./test-app.ts";

/** Somebody in each role, with what the role needs to get somewhere in the seeded API. */
export const EVERYBODY: readonly Actor[] = ROLES.map((role) => ({
  ...COORDINATOR,
  actorId: `everybody-${role}`,
  role,
  hpr: role === "practitioner" ? "9144889" : null,
  patientId: role === "patient" ? "n00-p1" : null,
}));

export const PRACTITIONER: Actor = {
  ...COORDINATOR,
  actorId: "odd",
  name: "Odd Elvestrand",
  role: "practitioner",
  unitIds: ["u1"],
  hpr: "9144889",
};

export const LEADER: Actor = {
  ...COORDINATOR,
  actorId: "lise",
  name: "Lise Leder",
  role: "leader",
};

export const MUNICIPALITY: Actor = {
  ...COORDINATOR,
  actorId: "mona",
  name: "Mona Kommunen",
  role: "municipality",
  organisation: "kommune-1",
  unitIds: ["k1"],
};

export function patientActor(patientId: string): Actor {
  const id = { actorId: `person-${patientId}`, name: "Testine Skinnbakken", patientId };
  return { ...COORDINATOR, ...id, role: "patient", organisation: "-", unitIds: [] };
}

/** Headers of a request by this person, to a version if one is named. */
export function by(actor: Actor, version?: number): Record<string, string> {
  const who = { [ACTOR_HEADER]: JSON.stringify(actor) };
  return version === undefined ? who : { ...who, "if-match": `"${version}"` };
}

/** Gives the person a task in the course, reachable on a telephone. */
export async function giveTask(
  store: Store,
  course: { readonly courseId: string; readonly patientId: string },
  { actorId: personId, name: personName }: Actor,
  role: TaskRole,
): Promise<void> {
  const body = { role, personId, personName, phone: "99 99 99 99", note: null };
  const happenedOn: CalendarDate = parseCalendarDate(today(store));
  const about = { ...course, matterId: assignmentId(course.courseId, role), unitId: "u1" };
  await inTransaction(store.database.pool, async (client) => {
    const telling = { store, client, actor: COORDINATOR };
    await appendFact(telling, ASSIGNMENT, ASSIGNED, { ...about, happenedOn, body });
    await judgeAgain(store, client, [course.patientId], today(store));
  });
}

/** Lets everybody in who comes in by a task: to the first three courses of the seeded API. */
export async function letEverybodyIn(store: Store): Promise<void> {
  for (const n of ["n00", "n01", "n02"]) {
    const course = { courseId: `${n}-c1`, patientId: `${n}-p1` };
    for (const actor of EVERYBODY.filter(({ role }) => role === "practitioner")) {
      await giveTask(store, course, actor, "practitioner");
    }
  }
}
