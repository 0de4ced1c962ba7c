// Knows how a request acts in the database: whether it may is decided first, then its transaction is limited to what
// whoever asks may see.
import type pg from "pg";
import { AppError } from "../app-error.ts";
import { inOneGo } from "../store/in-one-go.ts";
import { SERVICE_ROLE } from "../store/roles.ts";
import { type Store, today } from "../store/store.ts";
import type { Actor } from "./actor.ts";
import { actsForSomebody } from "./as-system.ts";
import { isBlocked, refuseBlocked } from "./blocks.ts";
import { type Ground, groundFor } from "./grounds.ts";
import { ACCESS, type Need } from "./matrix.ts";
import type { Target } from "./target.ts";

const ENTER = `
  SELECT rettvei.enter($1, $2, $3, $4, $5, $6, $7, $8), set_config('role', '${SERVICE_ROLE}', true)`;

/**
 * Limits the transaction to what the actor may see, worked out by the database itself: all of it, or where the request
 * is about one patient, what of that patient.
 */
export async function actAs(
  store: Store,
  client: pg.ClientBase,
  actor: Actor,
  patientId: string | null,
): Promise<void> {
  const { actorId, role, organisation, unitIds } = actor;
  const who = [actorId, role, organisation, unitIds, actor.patientId];
  const values = [...who, today(store), store.now(), patientId];
  const entered = client.query({ name: "enter", text: ENTER, values });
  actsForSomebody(client); // what is sent from here on is limited, and nothing is done if that fails
  await entered;
}

/** What is not there and what one may not see look alike. */
export function nothingThere(): AppError {
  return new AppError("not-found", "there is nothing here, or it is not for you");
}

/** The ground that was found. Throws AppError if there is none, or a block that it gives way to. */
export function unblocked(ground: Ground | undefined, blocked: boolean): Ground {
  if (ground === undefined) throw nothingThere();
  if (blocked) refuseBlocked(ground);
  return ground;
}

/** The ground on which the actor may do what the route needs. Throws AppError if there is none. */
export async function decide(
  store: Store,
  client: pg.ClientBase,
  actor: Actor,
  need: Need,
  target: Target | undefined,
): Promise<Ground> {
  const scopes = ACCESS.scopesOf(actor.role, need);
  if (scopes.length === 0) {
    throw new AppError("not-allowed", "your role has no access to this");
  }
  if (target === undefined) throw nothingThere();
  const asking = { store, client, actor, target, resource: need.resource };
  const [ground, blocked] = await inOneGo<[Ground | undefined, boolean]>(
    client,
    () => groundFor(asking, scopes),
    () => isBlocked(asking),
  );
  return unblocked(ground, blocked);
}
