// Knows the store as the rest of the service sees it: a database, what to judge by, and the day it is.
import { osloDate } from "@rettvei/definitions";
import type { CalendarDate } from "@rettvei/engine";
import type { Judging } from "../judging/judging.ts";
import type { Database } from "./database.ts";

export interface Store {
  readonly database: Database;
  readonly judging: Judging;
  /** The only clock. */
  readonly now: () => Date;
}

/** Today in Europe/Oslo. */
export function today({ now }: Store): CalendarDate {
  return osloDate(now().getTime());
}
