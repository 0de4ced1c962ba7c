// Knows how somebody is given a task in a course, takes it over from another, or lets it go.
import type { CalendarDate } from "@rettvei/engine";
import { AppError } from "../../app-error.ts";
import { appendFact, type Telling } from "../../facts/append-fact.ts";
import { factsOfCourse } from "../../facts/read-facts.ts";
import { refuseStaleMatter } from "../../facts/refuse-stale-matter.ts";
import { judgeAgain } from "../../store/refresh-states.ts";
import { today } from "../../store/store.ts";
import { lockPatients } from "../../store/transaction.ts";
import {
  ASSIGNED,
  ASSIGNMENT,
  ASSIGNMENT_ENDED,
  assignmentId,
  type TaskRole,
} from "./assignment.ts";
import { type CourseAssignments, courseAssignments } from "./course-assignments.ts";

/** Whose task is changed, and which version of the course's assignments its sender has seen. */
export interface TaskOf {
  readonly courseId: string;
  readonly patientId: string;
  readonly role: TaskRole;
  readonly seen: number;
}

export interface NewHolder {
  readonly personId: string;
  readonly personName: string;
  readonly unitId: string | null;
  readonly phone: string | null;
  readonly note: string | null;
  /** Today if not said; never in the future. */
  readonly on: CalendarDate | undefined;
}

/** What the facts of the course say now, after everybody who was at it before us. */
async function assignmentsNow(
  { client }: Telling,
  { courseId, patientId, seen }: TaskOf,
): Promise<CourseAssignments> {
  await lockPatients(client, [patientId]);
  const now = courseAssignments(await factsOfCourse(client, courseId));
  refuseStaleMatter(seen, now.version);
  return now;
}

/** Lists show who coordinates, so what is kept of the course is made anew. */
async function after(
  telling: Telling,
  { courseId, patientId }: TaskOf,
): Promise<CourseAssignments> {
  const { store, client } = telling;
  await judgeAgain(store, client, [patientId], today(store));
  return courseAssignments(await factsOfCourse(client, courseId));
}

function aboutOf({ courseId, patientId, role }: TaskOf) {
  return { matterId: assignmentId(courseId, role), courseId, patientId };
}

function dayOf({ store }: Telling, on: CalendarDate | undefined): CalendarDate {
  const now = today(store);
  if (on === undefined || on <= now) return on ?? now;
  throw new AppError("bad-input", "the request holds fields that are not as expected", [
    { path: "/on", expected: "today or an earlier date", found: on },
  ]);
}

/** Gives the task to a person; whoever had it has it no more. */
export async function assign(
  telling: Telling,
  task: TaskOf,
  { unitId, on, ...holder }: NewHolder,
): Promise<CourseAssignments> {
  await assignmentsNow(telling, task);
  const body = { role: task.role, ...holder };
  const happenedOn = dayOf(telling, on);
  await appendFact(telling, ASSIGNMENT, ASSIGNED, { ...aboutOf(task), unitId, happenedOn, body });
  return after(telling, task);
}

/** Ends the task without a successor. AppError `not-now` if nobody has it. */
export async function endAssignment(
  telling: Telling,
  task: TaskOf,
  note: string | null,
): Promise<CourseAssignments> {
  const { held } = await assignmentsNow(telling, task);
  const holder = held.find(({ role }) => role === task.role);
  if (holder === undefined) {
    throw new AppError(
      "not-now",
      "assignment: expected a task that somebody has, got one of nobody",
    );
  }
  const body = { role: task.role, note };
  const about = { ...aboutOf(task), unitId: holder.unitId, happenedOn: today(telling.store) };
  await appendFact(telling, ASSIGNMENT, ASSIGNMENT_ENDED, { ...about, body });
  return after(telling, task);
}
