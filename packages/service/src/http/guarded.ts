// Knows the one way in: who asks, whether they may, the work, and its audit, all in one transaction.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type pg from "pg";
import type { Static, TObject, TSchema } from "typebox";
import { actAs, decide, unblocked } from "../access/acting.ts";
import type { Actor } from "../access/actor.ts";
import { inRequest } from "../access/as-system.ts";
import { findCourse, foundByCourse } from "../access/course-ground.ts";
import type { Ground } from "../access/grounds.ts";
import { ACCESS, type Need } from "../access/matrix.ts";
import { type Target, type TargetOf, targetOf } from "../access/target.ts";
import { AppError } from "../app-error.ts";
import { type AuditEntry, writeAudit } from "../audit/audit-entry.ts";
import { inOneGo } from "../store/in-one-go.ts";
import type { Store } from "../store/store.ts";
import type { App } from "./app.ts";
import type { Authenticate } from "./authenticate.ts";

/** What guarded routes need of the service. */
export interface Guard {
  readonly app: App;
  readonly store: Store;
  readonly authenticate: Authenticate;
  /** Whether the session of a request still runs, asked without counting as use of it. */
  readonly stillIn?: ((request: FastifyRequest) => Promise<boolean>) | undefined;
}

/** What a request holds, as its schemas say. */
export interface Input<P extends TSchema, Q extends TSchema, B extends TSchema> {
  readonly params: Static<P>;
  readonly query: Static<Q>;
  readonly body: Static<B>;
}

/** A request that may be answered: by whom, about what, in which transaction. */
export interface Asked<P extends TSchema, Q extends TSchema, B extends TSchema>
  extends Input<P, Q, B> {
  readonly store: Store;
  readonly client: pg.ClientBase;
  readonly actor: Actor;
  readonly ground: Ground;
  readonly target: Target;
}

/** What a request is answered with. */
export interface Shown<Body> {
  readonly body: Body;
  /** Of what is shown: for If-Match of a change. */
  readonly version?: number;
  /** Everybody of whom it tells something; the target's patient if not said. */
  readonly patientIds?: readonly string[];
  /** Why, by a code, where the one who asks has to say so: the audit names it with the ground. */
  readonly reason?: string;
}

export interface GuardedRoute<P extends TSchema, Q extends TSchema, B extends TSchema> {
  readonly url: string;
  readonly summary: string;
  readonly description?: string;
  readonly tag: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** What it is about; nothing where it is about no patient, course or unit. */
  readonly about?: (input: Input<P, Q, B>) => TargetOf;
}

export type None = TObject<Record<never, TSchema>>;

/** What the guard has found out so far, for the audit. */
interface Trail {
  actor: Actor | undefined;
  target: Target | undefined;
  ground: Ground | undefined;
}

/** What is done in the transaction once it is decided that it may be. */
export type Work<T extends Outcome> = (acting: Acting) => Promise<T>;

export interface Acting {
  readonly client: pg.ClientBase;
  readonly actor: Actor;
  readonly ground: Ground;
  readonly target: Target;
}

type Outcome = Omit<Shown<unknown>, "body"> & {
  /** What is written last, together with the audit. */
  readonly last?: () => Promise<unknown>;
};

/** Why somebody in the role asks, in the words of the national trust framework where it has one. */
function purposeOf({ actor, ground }: Trail): string {
  if (ground?.basis === "break-glass" || ground?.basis === "emergency") return "BTG";
  if (actor?.role === "patient" || actor?.role === "relative") return "PATRQT";
  if (actor?.role === "coordinator") return "COC";
  if (actor?.role === "practitioner" || actor?.role === "municipality") return "TREAT";
  return actor?.role === "referrer" ? "TREAT" : "HOPERAT";
}

function entryOf(
  store: Store,
  request: FastifyRequest,
  route: string,
  need: Need,
  trail: Trail,
): Omit<AuditEntry, "outcome" | "resourceVersion"> {
  const { actor, target, ground } = trail;
  return {
    at: store.now(),
    requestId: request.id,
    actor,
    patientIds: target?.patientId == null ? [] : [target.patientId],
    courseId: target?.courseId ?? null,
    resource: need.resource,
    verb: need.verb,
    route,
    basis: ground?.basis ?? "none",
    decisionRef: ground?.decisionRef ?? "-",
    purpose: purposeOf(trail),
  };
}

/** Without its audit nothing is answered and nothing is kept. */
async function audited(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch {
    throw new AppError(
      "audit-unavailable",
      "the audit could not be written, so nothing was answered or kept; try again",
    );
  }
}

/** The need of a route. Throws where the matrix does not name it: such a route is not served. */
export function needOfRoute(route: string): Need {
  const need = ACCESS.routes.get(route);
  if (need === undefined) throw new Error(`access matrix: expected an entry for ${route}`);
  return need;
}

interface Deciding {
  readonly store: Store;
  readonly client: pg.ClientBase;
  readonly actor: Actor;
  readonly need: Need;
}

interface Decided {
  readonly target: Target;
  readonly ground: Ground;
}

/** Finds what the request is about, and the ground on which it may be. */
async function decidedAbout(
  { store, client, actor, need }: Deciding,
  about: TargetOf,
  trail: Trail,
): Promise<Decided> {
  const { courseId, matterId, unitId } = about;
  const scopes = ACCESS.scopesOf(actor.role, need);
  const courseAlone = matterId === undefined && unitId === undefined;
  if (courseId !== undefined && courseAlone && foundByCourse(scopes)) {
    const found = await findCourse(store, client, actor, courseId, scopes);
    trail.target = found?.target;
    trail.ground = unblocked(found?.ground, found?.blocked ?? false);
  } else {
    trail.target = await targetOf(client, about);
    trail.ground = await decide(store, client, actor, need, trail.target);
  }
  const { target, ground } = trail;
  if (target === undefined) throw new Error("bug: a ground without a target");
  return { target, ground };
}

const nothingMore = async (): Promise<void> => undefined;

/**
 * Does the work for whoever asks, if they may, and writes the audit in the same transaction. What is refused, and
 * work that throws, leaves nothing but an audit entry of its own. Throws AppError.
 */
export async function guarded<T extends Outcome>(
  { store, authenticate }: Guard,
  request: FastifyRequest,
  route: string,
  about: TargetOf,
  work: Work<T>,
): Promise<T> {
  const need = needOfRoute(route);
  const trail: Trail = { actor: undefined, target: undefined, ground: undefined };
  try {
    const actor = await authenticate(request);
    trail.actor = actor;
    if (actor === undefined) throw new AppError("not-logged-in", "log in first");
    const decided = async (client: pg.ClientBase): Promise<T> => {
      const { target, ground } = await decidedAbout({ store, client, actor, need }, about, trail);
      const [, done] = await inOneGo<[unknown, T]>(
        client,
        () => actAs(store, client, actor, target.patientId),
        () => work({ client, actor, ground, target }),
      );
      return done;
    };
    return await inRequest(store, decided, (client, done) => {
      const entry = entryOf(store, request, route, need, trail);
      const { version = null, patientIds = entry.patientIds, reason, last = nothingMore } = done;
      const decisionRef = [entry.decisionRef, ...(reason === undefined ? [] : [reason])].join(", ");
      const whole = { ...entry, decisionRef, patientIds, resourceVersion: version };
      return inOneGo(client, last, () =>
        audited(writeAudit(client, { ...whole, outcome: "allowed" })),
      );
    });
  } catch (cause) {
    const entry = entryOf(store, request, route, need, trail);
    const outcome = trail.ground === undefined ? "refused" : "failed";
    const whole = { ...entry, resourceVersion: null, outcome } as const;
    const written = audited(writeAudit(store.database.pool, whole));
    // What nobody foresaw is answered and logged as such; it is not hidden behind the audit.
    if (cause instanceof AppError) await written;
    else await written.catch(() => undefined);
    throw cause;
  }
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** It goes through the guard; the start refuses a route that should and does not. */
    readonly guarded?: boolean;
  }
}

interface RouteToAdd {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly schema: object;
  readonly handler: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
  /** Largest body in bytes, where it is another than elsewhere. */
  readonly bodyLimit?: number;
}

/** Adds a route whose handler goes through the guard. Its answers are typed by what its own types say. */
export function addGuarded({ app }: Guard, route: RouteToAdd): void {
  const untyped: Pick<FastifyInstance, "route"> = app as unknown as FastifyInstance;
  untyped.route({ ...route, config: { guarded: true } });
}
