// Knows the addresses of a session: who is logged in and in which role, change of role, and the way out.
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Static, Type } from "typebox";
import { ROLES } from "../../access/actor.ts";
import { AppError } from "../../app-error.ts";
import type { App } from "../../http/app.ts";
import { ErrorSchema, IdSchema, oneOf, orNull } from "../../http/schemas/basics.ts";
import { type RoleGrant, readGrants } from "../../store/role-grants.ts";
import type { Session } from "../../store/sessions.ts";
import { readUnitNames } from "../../store/units.ts";
import type { Auth } from "../auth.ts";
import { Refused } from "../refusal.ts";
import { actorIn } from "../role-actor.ts";
import { changeRole, leave, sessionOf } from "../session/browser-session.ts";
import { isFromOwnPage, ownOrigin } from "../session/own-page.ts";
import { idleMs, mayFollow } from "../session/session-rules.ts";
import { auditSession, orRefused } from "../session-audit.ts";

const RoleSchema = Type.Object({
  grantId: Type.String(),
  role: oneOf(ROLES),
  organisation: Type.String(),
  units: Type.Array(Type.Object({ unitId: Type.String(), name: orNull(Type.String()) })),
});

const SessionSchema = Type.Object({
  name: Type.String(),
  held: orNull(RoleSchema),
  roles: Type.Array(RoleSchema, { description: "All that may be held, one at a time." }),
  idleMinutes: Type.Integer({ description: "How long the session may be left unused." }),
  endsAt: Type.String({ format: "date-time" }),
  testLogin: Type.Boolean({ description: "True where everybody may be anybody." }),
});
type SessionView = Static<typeof SessionSchema>;
type RoleView = Static<typeof RoleSchema>;

/** The session behind a request. Throws AppError where there is none, or the request is from elsewhere. */
async function required(auth: Auth, request: FastifyRequest): Promise<Session> {
  const origin = ownOrigin(request, auth.settings);
  const session = await sessionOf(request, auth.store, origin);
  if (session === undefined) {
    throw new AppError("not-logged-in", "request: expected somebody who is logged in, got nobody");
  }
  if (!isFromOwnPage(request, origin)) {
    throw new Refused("foreign-page", "origin", session.actor.actorId);
  }
  return session;
}

type Names = ReadonlyMap<string, string>;

function roleView({ grantId, role, organisation, unitIds }: RoleGrant, names: Names): RoleView {
  const units = unitIds.map((unitId) => ({ unitId, name: names.get(unitId) ?? null }));
  return { grantId, role, organisation, units };
}

async function viewOf({ store, settings }: Auth, session: Session): Promise<SessionView> {
  const { pool } = store.database;
  const { actor, grant, endsAt } = session;
  const grants = await readGrants(pool, actor.actorId, store.now());
  const names = await readUnitNames(
    pool,
    grants.flatMap(({ unitIds }) => unitIds),
  );
  return {
    name: actor.name,
    held: grant === undefined ? null : roleView(grant, names),
    roles: grants.map((given) => roleView(given, names)),
    idleMinutes: idleMs(grant?.role) / 60_000,
    endsAt: endsAt.toISOString(),
    testLogin: settings.isTest === true,
  };
}

async function choose(
  auth: Auth,
  request: FastifyRequest,
  reply: FastifyReply,
  grantId: string,
): Promise<SessionView> {
  const { store, settings } = auth;
  const session = await required(auth, request);
  const { actorId } = session.actor;
  const grants = await readGrants(store.database.pool, actorId, store.now());
  const grant = grants.find((given) => given.grantId === grantId);
  if (grant === undefined) throw new Refused("no-role", "not-given", actorId);
  if (!mayFollow(session.grant?.role, grant.role)) {
    throw new Refused("roles-apart", grant.role, actorId);
  }
  const actor = actorIn(session.actor, grant);
  await auditSession(store, request, { actor, outcome: "allowed", basis: "role" });
  await changeRole(request, reply, store, ownOrigin(request, settings), { session, grant });
  return viewOf(auth, { ...session, grant });
}

const TAGS = ["session"];
/** What any request with a body may meet: no JSON, too much of it, or something else. */
const UNREADABLE = { 400: ErrorSchema, 413: ErrorSchema, 415: ErrorSchema };
const REFUSED = { 401: ErrorSchema, 403: ErrorSchema };

function addChoice(app: App, auth: Auth): void {
  const schema = {
    summary: "Go on in another role",
    description: "The session gets a new id. Rights of several roles are never added up.",
    tags: TAGS,
    body: Type.Object(
      { grantId: IdSchema },
      { additionalProperties: false, examples: [{ grantId: "grant-1" }] },
    ),
    response: { 200: SessionSchema, ...UNREADABLE, ...REFUSED },
  };
  app.post("/api/session/role", { schema }, (request, reply) => {
    const work = (): Promise<SessionView> => choose(auth, request, reply, request.body.grantId);
    return orRefused(auth, request, work);
  });
}

async function depart(auth: Auth, request: FastifyRequest, reply: FastifyReply): Promise<null> {
  const { store, settings } = auth;
  const origin = ownOrigin(request, settings);
  if (!isFromOwnPage(request, origin)) throw new Refused("foreign-page", "origin");
  const session = await sessionOf(request, store, origin);
  await leave(request, reply, store, origin);
  if (session?.grant !== undefined) {
    const actor = actorIn(session.actor, session.grant);
    await auditSession(store, request, { actor, outcome: "allowed", basis: "logout" });
  }
  reply.code(204).headers(NOTHING_LEFT);
  return null;
}

/** The back button shows nothing of what was seen. */
const NOTHING_LEFT = {
  "clear-site-data": '"cache", "storage"',
  "cache-control": "no-store",
};

function addLogout(app: App, auth: Auth): void {
  const schema = {
    summary: "Log out",
    description: "The session is worth nothing from now on, whoever holds its cookie.",
    tags: TAGS,
    response: { 204: Type.Null(), ...UNREADABLE, 403: ErrorSchema },
  };
  app.post("/logout", { schema }, (request, reply) =>
    orRefused(auth, request, () => depart(auth, request, reply)),
  );
}

export function addSessionRoutes(app: App, auth: Auth): void {
  const schema = {
    summary: "Who is logged in, and in which role",
    tags: TAGS,
    response: { 200: SessionSchema, ...REFUSED },
  };
  app.get("/api/session", { schema }, async (request) =>
    viewOf(auth, await required(auth, request)),
  );
  addChoice(app, auth);
  addLogout(app, auth);
}
