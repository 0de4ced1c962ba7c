// Knows what stories about ages play on: the product's own service in this process, with a clock that the story moves,
// and children whose birthday is near. Who logs in is asked by the test login, which refuses to run in production.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { population, syntheticPersonNumber, units } from "@rettvei/demo";
import {
  addDays,
  type CalendarDate,
  type CourseLog,
  isVoid,
  parseCalendarDate,
  toDayNumber,
} from "@rettvei/engine";
import {
  keepUnits,
  loadPopulation,
  type PopulationCourse,
  type Service,
  startService,
} from "@rettvei/service";
import type { Browser } from "playwright-core";
import { tryOut } from "../packages/cli/src/login/test-login.ts";
import { findChromium, openBrowser } from "./browser.ts";
import { WAYS, type Way } from "./hands.ts";

const WEB_FOLDER = fileURLToPath(new URL("../packages/web/dist", import.meta.url));
const SEED = 1;
/** More than enough to find the children in. */
const COURSES = 600;
const PATHWAY = "phv-barn-unge";
const ENDS = ["closure", "transfer-out"];

export interface Child {
  readonly patientId: string;
  readonly courseId: string;
  readonly unitId: string;
  readonly name: string;
  /** At the test login. */
  readonly subject: string;
}

/** Two children of different families who have their birthday on the same day. */
export interface Birthday {
  /** The day on which one becomes 12 and the other 16. */
  readonly on: CalendarDate;
  readonly twelve: Child;
  readonly sixteen: Child;
}

export interface FamilyStage {
  readonly browser: Browser;
  readonly url: string;
  readonly birthdays: Readonly<Record<Way, Birthday>>;
  /** Sets the service's clock; from there it goes on. */
  readonly setClock: (instant: Date) => void;
  readonly close: () => Promise<void>;
}

interface Drafted extends Child {
  readonly course: PopulationCourse;
}

/** Only the year differs. */
function yearsBefore(day: CalendarDate, years: number): CalendarDate {
  return parseCalendarDate(`${Number(day.slice(0, 4)) - years}${day.slice(4)}`);
}

/** The log as if it had all been at one unit. */
function atUnit(log: CourseLog, unitId: string): CourseLog {
  const records = log.records.map((record) => (isVoid(record) ? record : { ...record, unitId }));
  return { ...log, records };
}

function* runningCourses(until: CalendarDate) {
  for (const { patient, log } of population({ seed: SEED, courses: COURSES, until })) {
    const ended = log.records.some((record) => !isVoid(record) && ENDS.includes(record.event));
    if (log.pathway === PATHWAY && !ended) yield { patient, log };
  }
  throw new Error(`population: expected more running courses of ${PATHWAY} in ${COURSES}`);
}

/** Children of the population, each with a birthday of the story's choice. */
function draftChildren(today: CalendarDate) {
  const found = runningCourses(today);
  return (unitId: string, on: CalendarDate, years: number): Drafted => {
    const next = found.next();
    if (next.done === true) throw new Error("population: expected another child");
    const { patient, log } = next.value;
    const { patientId, sex } = patient;
    const born = yearsBefore(on, years);
    const name = `${patient.name.given} ${patient.name.family}`;
    const personNumber = syntheticPersonNumber(toDayNumber(born), sex, 0);
    const birthYear = Number(born.slice(0, 4));
    const course = {
      patient: { patientId, name, birthYear, personNumber },
      log: atUnit(log, unitId),
    };
    return {
      patientId,
      unitId,
      courseId: log.courseId,
      name,
      subject: `patient-${patientId}`,
      course,
    };
  };
}

/** Each way of using the pages has birthdays and a unit of its own, as the clock goes only on. */
function draftBirthdays(today: CalendarDate) {
  const child = draftChildren(today);
  return WAYS.map((way, at) => {
    const unit = units()[at];
    if (unit === undefined) throw new Error("units: expected more of them");
    const on = addDays(today, 2 + 2 * at);
    const twelve = child(unit.id, on, 12);
    return { way, on, twelve, sixteen: child(unit.id, on, 16) };
  });
}

const UNITS = units()
  .slice(0, WAYS.length)
  .map(({ id, name, kind, synthetic }) => ({
    ...{ unitId: id, name, kind, hfName: null, rhfName: null, synthetic },
  }));

async function startWith(courses: readonly PopulationCourse[], dataDir: string, now: () => Date) {
  const trying = await tryOut("127.0.0.1", 0);
  const service: Service = await startService({
    ...{ dataDir, port: 0, webDir: WEB_FOLDER, login: trying.login, now },
    sending: { outboxUrl: trying.outboxUrl },
    prepare: async (store) => {
      await keepUnits(store, UNITS);
      await loadPopulation(store, courses);
      await trying.prepare(store);
    },
  });
  trying.serviceAt(service.url);
  const close = async (): Promise<void> => {
    await service.close();
    await trying.close();
  };
  return { url: service.url.replace(/\/$/, ""), close };
}

export async function setFamilyStage(): Promise<FamilyStage> {
  let ahead = 0;
  const now = (): Date => new Date(Date.now() + ahead);
  const dataDir = mkdtempSync(join(tmpdir(), "rettvei-family-"));
  const drafts = draftBirthdays(parseCalendarDate(now().toISOString().slice(0, 10)));
  const courses = drafts.flatMap(({ twelve, sixteen }) => [twelve.course, sixteen.course]);
  const { url, close } = await startWith(courses, dataDir, now);
  const browser = await openBrowser(findChromium() ?? "");
  const [mouse, keyboard] = drafts;
  if (mouse === undefined || keyboard === undefined)
    throw new Error("bug: a way without a birthday");
  return {
    ...{ browser, url, birthdays: { mouse, keyboard } },
    setClock: (instant) => {
      ahead = instant.getTime() - Date.now();
    },
    close: async () => {
      await browser.close();
      await close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
