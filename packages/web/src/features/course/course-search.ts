// Knows what the address of a course's first screen says: the day that it is looked back to, if any.
import { isWholeDay } from "../../components/whole-day.ts";

export interface CourseSearch {
  readonly "known-on"?: string;
}

/** Anything else in the address is left out. */
export function courseSearch(search: Readonly<Record<string, unknown>>): CourseSearch {
  const { "known-on": day } = search;
  return typeof day === "string" && isWholeDay(day) ? { "known-on": day } : {};
}
