// Knows which points a good referral has, by the pathway's edition, and which of them one lacks.
import {
  type CalendarDate,
  type Checklist,
  type Edition,
  editionOn,
  toDayNumber,
} from "@rettvei/engine";
import { AppError, type Problem } from "../../app-error.ts";
import type { Judging } from "../../judging/judging.ts";
import { shown } from "../../registration/check-records.ts";
import { editionsOf } from "../../registration/course-edition.ts";
import type { Point } from "./referral-facts.ts";

const CHECKLIST = "referral";

/** The edition in force on the day. AppError `bad-input` if there is no such pathway. */
export function editionInForce(judging: Judging, pathway: string, on: CalendarDate): Edition {
  return editionOn(editionsOf(judging, pathway), toDayNumber(on)).edition;
}

/** The edition's points of a referral; none where it has no such checklist. */
export function referralChecklist({ checklists }: Edition): Checklist["items"] {
  return checklists.find(({ id }) => id === CHECKLIST)?.items ?? [];
}

function problemAt(items: Checklist["items"], points: readonly Point[], at: number): Problem[] {
  const { item } = points[at] ?? { item: "" };
  const path = `/points/${at}/item`;
  if (!items.some(({ id }) => id === item)) {
    const expected = `one of ${items.map(({ id }) => id).join(", ")}`;
    return [{ path, expected, found: shown(item) }];
  }
  const again = points.findIndex((one) => one.item === item) < at;
  return again ? [{ path, expected: "each point once", found: shown(item) }] : [];
}

/** Ids of the points that nobody has answered or that are said to be absent, in order. Throws AppError on points unknown. */
export function missingPoints(edition: Edition, points: readonly Point[]): readonly string[] {
  const items = referralChecklist(edition);
  const problems = points.flatMap((_, at) => problemAt(items, points, at));
  if (problems.length > 0) {
    throw new AppError("bad-input", "the request holds points that the checklist lacks", problems);
  }
  const there = new Set(points.filter(({ answer }) => answer !== "absent").map(({ item }) => item));
  return items.map(({ id }) => id).filter((id) => !there.has(id));
}
