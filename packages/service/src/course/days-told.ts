// Knows which days may be told: what happened is not in the future, and what is planned is not in the past.
import type { CalendarDate } from "@rettvei/engine";
import { AppError } from "../app-error.ts";
import { type Store, today } from "../store/store.ts";

function refused(path: string, expected: string, found: CalendarDate): AppError {
  return new AppError("bad-input", "the request holds fields that are not as expected", [
    { path, expected, found },
  ]);
}

/** The day something happened; today if not said. AppError `bad-input` if it is still to come. */
export function dayThatWas(store: Store, on: CalendarDate | undefined, path: string): CalendarDate {
  const now = today(store);
  if (on !== undefined && on > now) throw refused(path, "today or an earlier date", on);
  return on ?? now;
}

/** The day something is planned for. AppError `bad-input` if it has been. */
export function dayToCome(store: Store, on: CalendarDate, path: string): CalendarDate {
  if (on < today(store)) throw refused(path, "today or a later date", on);
  return on;
}
