// Knows whether somebody may see a course that a request is not about, but that its answer could name.
import type pg from "pg";
import { AppError } from "../app-error.ts";
import type { Store } from "../store/store.ts";
import { decide } from "./acting.ts";
import type { Actor } from "./actor.ts";

/** As things stand at this moment, blocks included. To be asked as the system, which decides. */
export async function maySeeCourse(
  store: Store,
  client: pg.ClientBase,
  actor: Actor,
  { courseId, patientId }: { readonly courseId: string; readonly patientId: string },
): Promise<boolean> {
  const target = { courseId, matterId: null, patientId, unitId: null };
  try {
    await decide(store, client, actor, { resource: "course", verb: "r" }, target);
    return true;
  } catch (cause) {
    if (cause instanceof AppError) return false;
    throw cause;
  }
}
