// Knows that a patient has one running course of a pathway at a trust: a second one is refused, and the first offered.
import { isRunning } from "@rettvei/engine";
import { asSystem } from "../access/as-system.ts";
import { maySeeCourse } from "../access/may-see-course.ts";
import { AppError, type Problem } from "../app-error.ts";
import type { Telling } from "../facts/append-fact.ts";
import { judgePatient } from "../judging/judged-patient.ts";
import { readPatientCourses } from "../store/course-logs.ts";
import { today } from "../store/store.ts";
import { trustOf } from "./trust-of.ts";

/** A course that is about to start. */
export interface Starting {
  readonly patientId: string;
  readonly courseId: string;
  readonly pathway: string;
  readonly unitId: string;
}

async function twinOf(telling: Telling, starting: Starting): Promise<string | undefined> {
  const { store, client } = telling;
  const logs = await readPatientCourses(client, [starting.patientId]);
  const trust = await trustOf(client, starting.unitId);
  for (const { log, judged } of judgePatient(logs, store.judging, today(store)).courses) {
    if (log.pathway !== starting.pathway || log.courseId === starting.courseId) continue;
    if (judged === undefined || !isRunning(judged.at.course)) continue;
    const unitId = log.told.takenOverBy ?? judged.position.unitId;
    if (unitId !== undefined && (await trustOf(client, unitId)) === trust) return log.courseId;
  }
  return undefined;
}

/** Told only to one who may see the course; to others there is one, and no more. */
async function offered(
  { store, client, actor }: Telling,
  { patientId }: Starting,
  courseId: string,
): Promise<readonly Problem[]> {
  const { role } = actor;
  if (role === "service") return [];
  const sees = await maySeeCourse(store, client, { ...actor, role }, { courseId, patientId });
  if (!sees) return [];
  return [{ path: "/pathway", expected: "registrations in the course that runs", found: courseId }];
}

/** Throws AppError `already-running`. To be asked under the patient's lock, so that two cannot start at once. */
export async function refuseRunningTwin(telling: Telling, starting: Starting): Promise<void> {
  const found = await asSystem(telling.client, async () => {
    const twin = await twinOf(telling, starting);
    return twin === undefined ? undefined : offered(telling, starting, twin);
  });
  if (found === undefined) return;
  throw new AppError(
    "already-running",
    "course: expected no running course of this pathway for the patient at this trust, got one; go on with that one",
    found,
  );
}
