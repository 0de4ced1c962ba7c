// Knows how a file falls into parts that can be read each by itself: whole courses, in the text order of their ids.
import { PLACE } from "./columns.ts";
import type { EventTable } from "./event-table.ts";
import { type SharedInts, sharedInts } from "./shared-array.ts";
import { textReader } from "./text-pool.ts";

/** Parts by number from 0. Plain data that every thread can read. */
export interface CourseParts {
  readonly count: number;
  /** Rows of one part after the other; within a part in the order of the file. */
  readonly rows: SharedInts;
  /** Where in `rows` each part begins; one more for the end of the last. */
  readonly starts: SharedInts;
}

/** Few enough that what is made of a part is gone again before it has to be kept. */
const ROWS_A_PART = 1_024;

const COURSE = PLACE.course_id;
const RECORD = PLACE.record_id;

function codeAt({ codes }: EventTable, row: number, place: number): number {
  return codes[place]?.[row] ?? 0;
}

/** Whether lines of two courses have one record id: which of them is good depends on the order of both. */
function shareRecords(table: EventTable): boolean {
  const owners = new Int32Array((table.texts[RECORD]?.count ?? 0) + 1);
  for (let row = 0; row < table.rows; row++) {
    const record = codeAt(table, row, RECORD);
    const course = codeAt(table, row, COURSE);
    if (record === 0 || course === 0) continue;
    const owner = owners[record] ?? 0;
    if (owner !== 0 && owner !== course) return true;
    owners[record] = course;
  }
  return false;
}

/** Numbers of the course ids in the text order of the ids; 0 stands first for the lines without one. */
function coursesInOrder({ texts }: EventTable): readonly number[] {
  const pooled = texts[COURSE];
  if (pooled === undefined) return [0];
  const textOf = textReader(pooled);
  const ids = Array.from({ length: pooled.count + 1 }, (_, code) =>
    code === 0 ? "" : textOf(code),
  );
  const idOf = (code: number): string => ids[code] ?? "";
  return ids.map((_, code) => code).sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}

/** Rows of each course, by the number of its id. */
function rowCounts(table: EventTable): Int32Array {
  const counts = new Int32Array((table.texts[COURSE]?.count ?? 0) + 1);
  for (let row = 0; row < table.rows; row++) {
    const course = codeAt(table, row, COURSE);
    counts[course] = (counts[course] ?? 0) + 1;
  }
  return counts;
}

/** The part of each course, by the number of its id, and where each part begins. */
function cut(table: EventTable): {
  readonly partOf: Int32Array;
  readonly starts: readonly number[];
} {
  const counts = rowCounts(table);
  const partOf = new Int32Array(counts.length);
  const starts = [0];
  let end = 0;
  for (const course of coursesInOrder(table)) {
    if (end - (starts.at(-1) ?? 0) >= ROWS_A_PART) starts.push(end);
    partOf[course] = starts.length - 1;
    end += counts[course] ?? 0;
  }
  return { partOf, starts: [...starts, end] };
}

function inOnePart({ rows }: EventTable): CourseParts {
  const all = sharedInts(rows);
  for (let row = 0; row < rows; row++) all[row] = row;
  const starts = sharedInts(2);
  starts[1] = rows;
  return { count: 1, rows: all, starts };
}

/** What refers to what stays within a course; only a record id used in two courses ties them together. */
export function courseParts(table: EventTable): CourseParts {
  if (shareRecords(table)) return inOnePart(table);
  const { partOf, starts } = cut(table);
  const rows = sharedInts(table.rows);
  const next = Int32Array.from(starts);
  for (let row = 0; row < table.rows; row++) {
    const part = partOf[codeAt(table, row, COURSE)] ?? 0;
    const at = next[part] ?? 0;
    rows[at] = row;
    next[part] = at + 1;
  }
  const shared = sharedInts(starts.length);
  shared.set(starts);
  return { count: starts.length - 1, rows, starts: shared };
}
