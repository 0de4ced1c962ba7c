// Knows how a unit's integrity list is put together: course by course, and what was done to many at once.
import { toInstant } from "@rettvei/definitions";
import type { CalendarDate, Instant } from "@rettvei/engine";
import type pg from "pg";
import { LEGAL_DEADLINE_MOVED } from "../course/referral/referral-facts.ts";
import { isOfKind } from "../facts/fact.ts";
import { factsOfCourses } from "../facts/read-facts.ts";
import { proposalOf } from "../judging/proposal-of.ts";
import { readPatientCourses } from "../store/course-logs.ts";
import { type Store, today } from "../store/store.ts";
import { bulkClosings, touchedCourses, writersOf } from "../store/unit-oversight.ts";
import { type DeadlineMoved, type IntegrityRow, integrityOf } from "./integrity.ts";

const MOST_COURSES = 1_000;
/** Our own choice: courses that one person ends in a day from which somebody should ask. */
const MANY_CLOSINGS = 10;

/** The events by which editions say that the patient postponed. */
function postponements({ judging }: Store): readonly string[] {
  return [...new Set(judging.bundle.editions.map(({ postponedEvent }) => postponedEvent))];
}

async function movesByCourse(
  client: pg.ClientBase,
  courseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly DeadlineMoved[]>> {
  const moves = new Map<string, DeadlineMoved[]>();
  for (const fact of await factsOfCourses(client, courseIds, LEGAL_DEADLINE_MOVED.kind)) {
    if (!isOfKind(fact, LEGAL_DEADLINE_MOVED) || fact.courseId === null) continue;
    const { from, to, reason } = fact.body;
    const moved = { from, to, reason, by: fact.recordedBy, at: fact.recordedAt as Instant };
    moves.set(fact.courseId, [...(moves.get(fact.courseId) ?? []), moved]);
  }
  return moves;
}

async function bulkRows(
  { judging }: Store,
  client: pg.ClientBase,
  unitId: string,
): Promise<readonly IntegrityRow[]> {
  const endEvent = proposalOf(judging.bundle, "course-closed").event;
  const found = await bulkClosings(client, unitId, { endEvent, many: MANY_CLOSINGS });
  return found.map(({ recorded_by: by, on, courses: count }) => ({
    ...{ kind: "closed-in-bulk", courseId: null, patientId: null, ruleId: null, event: endEvent },
    ...{ originalOn: null, newOn: on, by, at: noonOf(on), reason: null, count },
  }));
}

function noonOf(day: CalendarDate): Instant {
  return toInstant(Date.parse(`${day}T11:00:00Z`));
}

/** The newest first. */
export async function unitIntegrity(
  store: Store,
  client: pg.ClientBase,
  unitId: string,
): Promise<readonly IntegrityRow[]> {
  const touched = await touchedCourses(client, unitId, postponements(store), MOST_COURSES);
  const ids = touched.map(({ course_id }) => course_id);
  const own = new Set(ids);
  const writers = await writersOf(client, ids);
  const moves = await movesByCourse(client, ids);
  const patientIds = [...new Set(touched.map(({ patient_id }) => patient_id))];
  const courses = await readPatientCourses(client, patientIds);
  const asOf = today(store);
  const rows = courses
    .filter(({ courseId }) => own.has(courseId))
    .flatMap((course) =>
      integrityOf(course, {
        judging: store.judging,
        writerOf: (recordId) => {
          const writer = writers.get(recordId);
          return { by: writer?.recorded_by ?? null, derived: writer?.entered === "derived" };
        },
        moves: moves.get(course.courseId) ?? [],
        asOf,
      }),
    );
  const all = [...rows, ...(await bulkRows(store, client, unitId))];
  return all.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}
