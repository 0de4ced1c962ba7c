// Knows how a page of a work list is put together, and what a search in one finds.
import type { CalendarDate } from "@rettvei/engine";
import type pg from "pg";
import { AppError } from "../../app-error.ts";
import { inOneGo } from "../../store/in-one-go.ts";
import { searchWorkList } from "../../store/search-work-list.ts";
import {
  countFound,
  readWorkList,
  type WorkListGroup,
  type WorkListNarrowing,
  type WorkListOf,
  type WorkListRow,
} from "../../store/work-list.ts";
import type { WorkListAsked } from "../schemas/work-list.ts";
import { placeAfter } from "./list-place.ts";
import { cursorAfter, rowView } from "./work-list-view.ts";

const PAGE = 50;
const MOST_FOUND = 50;
const SHORTEST_WORDS = 3;

const patientsOf = (rows: readonly WorkListRow[]): readonly string[] => [
  ...new Set(rows.map((row) => row.patient_id)),
];

/** A page of one group, and whom it tells of. `counts` says how many the whole groups have, where that is known. */
export async function pageOf(
  client: pg.ClientBase,
  of: WorkListOf,
  narrowing: WorkListNarrowing,
  { group = "dated", limit = PAGE, after, skip = 0 }: WorkListAsked,
  asOf: CalendarDate,
  counts?: Readonly<Record<WorkListGroup, number>>,
) {
  const isWhole = Object.values(narrowing).every((word) => word === undefined);
  const known = isWhole ? counts?.[group] : undefined;
  const place = { after: placeAfter(after), skip, limit: limit + 1 };
  const [read, found] = await inOneGo(
    client,
    () => readWorkList(client, { of, group, narrowing, ...place }),
    async () => known ?? countFound(client, { of, group, narrowing }),
  );
  const rows = read.slice(0, limit);
  const last = rows.at(-1);
  return {
    rows: rows.map((row) => rowView(row, asOf)),
    found,
    next: last !== undefined && read.length > limit ? cursorAfter(last, group) : null,
    patientIds: patientsOf(rows),
  };
}

/** Courses whose patient fits. Throws AppError where there is too little to search for. */
export async function foundRows(
  client: pg.ClientBase,
  of: WorkListOf,
  said: string,
  asOf: CalendarDate,
) {
  const words = said.trim().split(/\s+/);
  if (!words.some((word) => word.length >= SHORTEST_WORDS)) {
    throw new AppError("bad-input", "the request holds fields that are not as expected", [
      { path: "/words", expected: "at least three letters of a name, or a year", found: "fewer" },
    ]);
  }
  const found = await searchWorkList(client, of, words, MOST_FOUND + 1);
  const rows = found.slice(0, MOST_FOUND);
  const body = {
    asOf,
    rows: rows.map((row) => rowView(row, asOf)),
    more: found.length > MOST_FOUND,
  };
  return { body, patientIds: patientsOf(rows) };
}
