// Knows the service that tests of the HTTP contract ask: twelve like courses at one unit, on 20 March 2024.
import { osloDate, toInstant } from "@rettvei/definitions";
import { type CourseLog, type EventRecord, parseCalendarDate } from "@rettvei/engine";
import { loadPopulation } from "../store/load-population.ts";
import { keepUnits, type Unit } from "../store/units.ts";
import { type TestApp, testApp } from "./test-app.ts";
import { renamed, type TestStore, testStore } from "./test-store.ts";

function record(
  recordId: string,
  event: string,
  date: string,
  more: Partial<EventRecord> = {},
): EventRecord {
  const recordedAt = toInstant(Date.parse(`${date}T12:00:00Z`));
  const recordedOn = osloDate(recordedAt);
  const occurredOn = parseCalendarDate(date);
  return { recordId, event, occurredOn, recordedAt, recordedOn, voids: undefined, ...more };
}

/** Referred, started (corrected by a day) and met; the assessment has been over its time since 12 March. */
const COURSE: CourseLog = {
  courseId: "c1",
  patientId: "p1",
  pathway: "tsb",
  records: [
    record("r1", "referral-received", "2024-02-13", { unitId: "u1" }),
    record("r2", "pathway-start", "2024-02-13"),
    record("r3", "first-attendance", "2024-02-20", { careLevel: "poliklinikk" }),
    record("r4", "pathway-start", "2024-02-14", { corrects: "r2" }),
  ],
};

/** In no order, Norwegian or other. */
const UNITS: readonly Unit[] = [
  { unitId: "u1", name: "Ålesund DPS", hfName: "HF", rhfName: "RHF", synthetic: true },
  { unitId: "u0", name: "Åmot DPS", hfName: null, rhfName: null, synthetic: true },
  { unitId: "u9", name: "Østfold DPS", hfName: null, rhfName: null, synthetic: false },
].map((unit) => ({ ...unit, kind: "dps" }));

export const PERSON_NUMBER = "13897012345";

export interface SeededApi {
  readonly store: TestStore;
  readonly api: TestApp;
}

/** Courses n00-c1 to n11-c1, their patients and three units, with the web application in the folder if one is given. */
export async function seededApi(webDir?: string): Promise<SeededApi> {
  const store = await testStore("2024-03-20");
  const courses = Array.from({ length: 12 }, (_, n) => {
    const log = renamed(COURSE, `n${String(n).padStart(2, "0")}`);
    const name = `Testine Skinnbakken ${n}`;
    return {
      log,
      patient: { patientId: log.patientId, name, birthYear: 1990, personNumber: PERSON_NUMBER },
    };
  });
  await loadPopulation(store, courses);
  await keepUnits(store, UNITS);
  return { store, api: await testApp(store, { webDir }) };
}
