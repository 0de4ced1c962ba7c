// Knows how a place in a list travels: as a cursor that says after which date and course the next page begins.
import { isCalendarDate } from "@rettvei/engine";
import { AppError } from "../../app-error.ts";
import type { WorkListPlace } from "../../store/work-list.ts";

export function cursorOf(on: string | null, id: string): string {
  return Buffer.from(JSON.stringify([on, id])).toString("base64url");
}

/** Place that a cursor stands for; undefined if it is none of ours. */
function placeOf(cursor: string): WorkListPlace | undefined {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (!Array.isArray(place) || place.length !== 2) return undefined;
    const [on, courseId] = place;
    if (typeof on !== "string" || typeof courseId !== "string") return undefined;
    if (!isCalendarDate(on) || courseId.includes("\0")) return undefined;
    return { on, courseId };
  } catch {
    return undefined;
  }
}

/** Place after which a page begins; the beginning where no cursor is given. AppError if it is none of ours. */
export function placeAfter(cursor: string | undefined): WorkListPlace | undefined {
  if (cursor === undefined) return undefined;
  const place = placeOf(cursor);
  if (place !== undefined) return place;
  throw new AppError("bad-input", "the request holds fields that are not as expected", [
    { path: "/after", expected: "`next` of the page before", found: "something else" },
  ]);
}
