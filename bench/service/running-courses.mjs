// Knows the running courses that the service is measured with: those of the synthetic population that run
// today, laid evenly over two hundred units. Each is a patient's only one.
import { libraryOf, readBundle } from "@rettvei/definitions";
import { population } from "@rettvei/demo";
import { isRunning, isVoid, pinnedCourse } from "@rettvei/engine";

export const UNITS = 200;

/** Person numbers run out at some three and a half million courses of one seed; some every fifth runs. */
const COURSES_OF_A_SEED = 1_000_000;

export function unitIdOf(index) {
  return `bench-${String(index % UNITS).padStart(3, "0")}`;
}

function* coursesOfAllSeeds(until) {
  for (let seed = 1; ; seed++) {
    const courses = population({ seed, courses: COURSES_OF_A_SEED, until });
    for (const course of courses) yield { seed, ...course };
  }
}

/** Ids of one seed come again with the next; each gets ids of its own. */
function ownIds(seed, { recordId, voids, corrects, ...said }) {
  const own = (id) => `${seed}-${id}`;
  return {
    ...said,
    recordId: own(recordId),
    ...(voids !== undefined && { voids: own(voids) }),
    ...(corrects !== undefined && { corrects: own(corrects) }),
  };
}

function storedCourse({ seed, patient, log }, unitId) {
  const courseId = `${seed}-${log.courseId}`;
  const patientId = `patient of ${courseId}`;
  const records = log.records.map((record) => {
    const own = ownIds(seed, record);
    return isVoid(own) ? own : { ...own, unitId };
  });
  const name = `${patient.name.given} ${patient.name.family}`;
  return {
    patient: { patientId, name, birthYear: Number(patient.birthDate.slice(0, 4)) },
    log: { ...log, courseId, patientId, records },
  };
}

/** So many running courses, each with its patient, as a store takes them; `unitOf` says at which unit each is. */
export function* runningCourses(wanted, today, unitOf = unitIdOf) {
  const library = libraryOf(readBundle());
  let found = 0;
  for (const course of coursesOfAllSeeds(today)) {
    const judged = pinnedCourse(course.log, library, today);
    if (judged === undefined || !isRunning(judged.course)) continue;
    yield storedCourse(course, unitOf(found));
    found++;
    if (found === wanted) return;
  }
}
