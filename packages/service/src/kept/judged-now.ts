// Knows the judged states as they are compared: all that was judged, not when.
import type pg from "pg";
import { STATE_COLUMNS } from "../store/state-columns.ts";
import { type Copied, copyOut } from "./copy-out.ts";

const NOT_COMPARED: ReadonlySet<string> = new Set(["judged_for", "judged_by", "valid_until"]);

/** Counts and hashes the states that are kept. */
export function judgedStates(client: pg.ClientBase): Promise<Copied> {
  const names = STATE_COLUMNS.map(({ name }) => name).filter((name) => !NOT_COMPARED.has(name));
  return copyOut(client, `SELECT ${names.join(", ")} FROM rettvei.course_state ORDER BY course_id`);
}
