// Knows how a test gets a store of its own, and a clock that it sets.
import { readBundle } from "@rettvei/definitions";
import { type CourseLog, isVoid } from "@rettvei/engine";
import { afterAll, afterEach } from "vitest";
import { type Judging, judgingBy } from "../judging/judging.ts";
import type { Patient } from "../judging/stored-course.ts";
import { openDatabase } from "../store/database.ts";
import type { PopulationCourse } from "../store/load-population.ts";
import type { Store } from "../store/store.ts";
import { testDatabase, urlOf } from "./test-cluster.ts";

/** Judging by the product's own editions. */
export const judging: Judging = judgingBy(readBundle());

export interface TestStore extends Store {
  /** Where it is, as DATABASE_URL says it. */
  readonly url: string;
  /** Sets the clock to noon in Oslo of the date. */
  setToday(date: string): void;
  /** Sets the clock to the instant. */
  setInstant(instant: string): void;
}

const closing: (() => Promise<void>)[] = [];

async function closeAll(): Promise<void> {
  for (const close of closing.splice(0)) await close();
}

export async function testStore(date = "2026-06-30"): Promise<TestStore> {
  const { address, drop } = await testDatabase();
  const database = await openDatabase("external", address);
  closing.push(async () => {
    await database.close();
    await drop();
  });
  let instant = `${date}T11:00:00Z`;
  return {
    url: urlOf(address),
    database,
    judging,
    now: () => new Date(instant),
    setToday: (next) => {
      instant = `${next}T11:00:00Z`;
    },
    setInstant: (next) => {
      instant = next;
    },
  };
}

/** Call at the top of a file: its stores are closed and dropped after each test, or at its end. */
export function closeStores(when: "after each" | "after all"): void {
  if (when === "after each") afterEach(closeAll);
  else afterAll(closeAll);
}

function patient(patientId: string): Patient {
  return { patientId, name: null, birthYear: null, personNumber: null };
}

export function asPopulation(logs: readonly CourseLog[]): readonly PopulationCourse[] {
  return logs.map((log) => ({ patient: patient(log.patientId), log }));
}

/** The same log of somebody else: every id with something before it. */
export function renamed(log: CourseLog, prefix: string): CourseLog {
  const own = (id: string): string => `${prefix}-${id}`;
  return {
    ...log,
    courseId: own(log.courseId),
    patientId: own(log.patientId),
    records: log.records.map((record) =>
      isVoid(record)
        ? { ...record, recordId: own(record.recordId), voids: own(record.voids) }
        : {
            ...record,
            recordId: own(record.recordId),
            ...(record.corrects === undefined ? {} : { corrects: own(record.corrects) }),
          },
    ),
  };
}
