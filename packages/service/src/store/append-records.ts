// Knows how records are added: in the order given, never changed after.
import type { LogRecord } from "@rettvei/engine";
import pg from "pg";
import { AppError } from "../app-error.ts";
import type { CourseState } from "../judging/course-state.ts";
import { keepStates } from "./course-states.ts";
import { inOneGo } from "./in-one-go.ts";
import { RECORD_COLUMNS } from "./record-columns.ts";

const COLUMNS = ["seq", "course_id", "recorded_by", "entered", "from_fact"];
const NAMES = [...COLUMNS, ...RECORD_COLUMNS.map(({ name }) => name)];

// Nearly always one is added: a statement of its own for each is less work than one that takes any number apart.
const APPEND = `
  INSERT INTO rettvei.record (${NAMES.join(", ")}) OVERRIDING SYSTEM VALUE
  VALUES (${NAMES.map((_, at) => `$${at + 1}`).join(", ")})`;

const UNIQUE_VIOLATION = "23505";

/** How a record comes to be written down: typed, confirmed by one action, or following from something else. */
export interface Entry {
  /** Id of who does it. */
  readonly recordedBy: string;
  readonly entered: "by-hand" | "confirmed" | "derived";
  /** The fact that says so. */
  readonly fromFact?: string;
}

/** What is to be added to a course, and how all courses of its patient stand with it. */
export interface Addition {
  readonly courseId: string;
  readonly records: readonly LogRecord[];
  readonly states: readonly CourseState[];
  readonly mark: string;
  /** Rising, of the records in their order. */
  readonly numbers: readonly number[];
}

async function add(client: pg.ClientBase, values: readonly unknown[]): Promise<void> {
  try {
    await client.query({ name: "append-record", text: APPEND, values: [...values] });
  } catch (cause) {
    if (cause instanceof pg.DatabaseError && cause.code === UNIQUE_VIOLATION) {
      throw new AppError(
        "record-conflict",
        "records: expected record ids not in use, got one in use",
      );
    }
    throw cause;
  }
}

/** Adds the records and keeps the states, in one go. AppError `record-conflict` if an id is in use. */
export async function appendRecords(
  client: pg.ClientBase,
  { courseId, records, states, mark, numbers }: Addition,
  { recordedBy, entered, fromFact }: Entry,
): Promise<void> {
  const how = [courseId, recordedBy, entered, fromFact];
  const adding = records.map((record, at) => {
    const cells = RECORD_COLUMNS.map(({ of }) => of(record));
    return () => add(client, [numbers[at], ...how, ...cells]);
  });
  await inOneGo<readonly unknown[]>(client, ...adding, () => keepStates(client, states, mark));
}

/** Adds a course; false if there is one of that id. */
export async function addCourse(
  client: pg.ClientBase,
  course: { readonly courseId: string; readonly patientId: string; readonly pathway: string },
): Promise<boolean> {
  const { rowCount } = await client.query(
    "INSERT INTO rettvei.course (course_id, patient_id, pathway) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
    [course.courseId, course.patientId, course.pathway],
  );
  return rowCount === 1;
}
