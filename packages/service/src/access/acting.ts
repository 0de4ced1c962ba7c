// Knows how a request acts in the database: who asks is set for its transaction, and whether it may is decided there.
import type pg from "pg";
import { AppError } from "../app-error.ts";
import type { Store } from "../store/store.ts";
import type { Actor, Writer } from "./actor.ts";
import { type Ground, groundFor } from "./grounds.ts";
import { ACCESS, type Need } from "./matrix.ts";
import type { Target } from "./target.ts";

const SET_CONTEXT = `
  SELECT set_config('rettvei.actor', $1, true), set_config('rettvei.role', $2, true),
         set_config('rettvei.units', $3, true), set_config('rettvei.patient', $4, true)`;

/** Tells the database who asks, until the transaction ends. */
export async function actAs(client: pg.ClientBase, actor: Writer): Promise<void> {
  const units = JSON.stringify(actor.unitIds);
  const values = [actor.actorId, actor.role, units, actor.patientId ?? ""];
  await client.query({ name: "set-context", text: SET_CONTEXT, values });
}

/** What is not there and what one may not see look alike. */
export function nothingThere(): AppError {
  return new AppError("not-found", "there is nothing here, or it is not for you");
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
  const ground =
    target === undefined ? undefined : await groundFor({ store, client, actor, target }, scopes);
  if (ground === undefined) throw nothingThere();
  return ground;
}
