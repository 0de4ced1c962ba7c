// Knows how a referral's course becomes one of another pathway: the first is taken away, record by record, and told again.
import { appendFact, type Telling } from "../../facts/append-fact.ts";
import { type Fact, isOfKind } from "../../facts/fact.ts";
import { factsOfCourse } from "../../facts/read-facts.ts";
import type { StoredCourse } from "../../judging/stored-course.ts";
import { ASSIGNED, ASSIGNMENT, ASSIGNMENT_ENDED, assignmentId } from "../assignment/assignment.ts";
import { courseAssignments } from "../assignment/course-assignments.ts";
import { SHARED, SHARING } from "../sharing/sharing.ts";
import { registerDerived, standingRecords } from "./derived-records.ts";

async function moveAssignments(
  telling: Telling,
  { patientId }: StoredCourse,
  facts: readonly Fact[],
  { from, to, because }: { from: string; to: string; because: Fact },
): Promise<void> {
  for (const { role, unitId, personId, personName, phone } of courseAssignments(facts).held) {
    const about = { patientId, unitId, happenedOn: because.happenedOn };
    const note = null;
    await appendFact(telling, ASSIGNMENT, ASSIGNED, {
      ...about,
      courseId: to,
      matterId: assignmentId(to, role),
      body: { role, personId, personName, phone, note },
    });
    await appendFact(telling, ASSIGNMENT, ASSIGNMENT_ENDED, {
      ...about,
      courseId: from,
      matterId: assignmentId(from, role),
      body: { role, note },
    });
  }
}

async function moveSharings(telling: Telling, facts: readonly Fact[], to: string): Promise<void> {
  const last = new Map(facts.map((fact) => [fact.matterId, fact]));
  for (const fact of last.values()) {
    if (!isOfKind(fact, SHARED)) continue;
    const { matterId, patientId, unitId, happenedOn, body } = fact;
    const about = { matterId, patientId, unitId, happenedOn, courseId: to };
    await appendFact(telling, SHARING, SHARED, { ...about, body });
  }
}

/** Moves records, tasks and sharings of the course to the other one, on the same dates; the first course keeps its past. */
export async function moveCourse(
  telling: Telling,
  course: StoredCourse,
  to: string,
  because: Fact,
): Promise<void> {
  const { courseId: from, patientId } = course;
  const facts = await factsOfCourse(telling.client, from);
  const records = standingRecords(course);
  await registerDerived(
    telling,
    { patientId, courseId: to },
    records.map(
      ({ recordId: _, recordedAt: __, recordedOn: ___, corrects: ____, ...told }) => told,
    ),
    because,
  );
  const voids = records.map(({ recordId }) => ({ voids: recordId }));
  await registerDerived(telling, { patientId, courseId: from }, voids, because);
  await moveAssignments(telling, course, facts, { from, to, because });
  await moveSharings(telling, facts, to);
}
