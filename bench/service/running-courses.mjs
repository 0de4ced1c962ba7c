// Knows the running courses that the service is measured with: those of the synthetic population that run
// today, laid evenly over two hundred units.
import { libraryOf, readBundle } from "@rettvei/definitions";
import { population } from "@rettvei/demo";
import { isRunning, isVoid, pinnedCourse } from "@rettvei/engine";

export const UNITS = 200;

/** More than enough: some every fifth course runs. */
const COURSES_FOR_ONE = 20;

export function unitIdOf(index) {
  return `bench-${String(index % UNITS).padStart(3, "0")}`;
}

function movedTo(unitId, log) {
  const records = log.records.map((record) => (isVoid(record) ? record : { ...record, unitId }));
  return { ...log, records };
}

function storedPatient({ patientId, name, birthDate, personNumber }) {
  const birthYear = Number(birthDate.slice(0, 4));
  return { patientId, name: `${name.given} ${name.family}`, birthYear, personNumber };
}

/** So many running courses, each with its patient, as a store takes them. */
export function* runningCourses(wanted, today) {
  const library = libraryOf(readBundle());
  let found = 0;
  for (const { patient, log } of population({
    seed: 1,
    courses: wanted * COURSES_FOR_ONE,
    until: today,
  })) {
    const judged = pinnedCourse(log, library, today);
    if (judged === undefined || !isRunning(judged.course)) continue;
    yield { patient: storedPatient(patient), log: movedTo(unitIdOf(found), log) };
    found++;
    if (found === wanted) return;
  }
  throw new Error(`expected ${wanted} running courses, got ${found}`);
}
