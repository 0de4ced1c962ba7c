// Knows how a route that writes is added: checked, decided, done once under its key, and audited, all or nothing.
import { canonicalHash } from "@rettvei/definitions";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Static, TSchema } from "typebox";
import { answeredOnce } from "../registration/answered-once.ts";
import type { KeptAnswer } from "../store/answered-requests.ts";
import { inOneGo } from "../store/in-one-go.ts";
import { etagOf, versionOf } from "./course-version.ts";
import {
  type Acting,
  type Asked,
  addGuarded,
  type Guard,
  type GuardedRoute,
  guarded,
  type Input,
  type None,
  needOfRoute,
  type Shown,
} from "./guarded.ts";
import { patientsNamedIn } from "./patients-named-in.ts";
import { ErrorSchema } from "./schemas/basics.ts";
import { ChangeHeadersSchema, KeyHeadersSchema, versioned } from "./schemas/writing.ts";

/** What a request that writes is answered with. */
type Written<Body> = Shown<Body> & {
  /** Number of the last record or fact that it added. */
  readonly version: number;
  /** What it has sent to be written and not waited for: the request fails where that does. */
  readonly sent?: Promise<unknown>;
};

/** A request that changes something, with the version that its sender has seen. */
interface Changing {
  /** Of what it changes; throws AppError `version-missing` where the request names none. */
  readonly seen: () => number;
}

export interface Writing<
  A extends TSchema,
  B extends TSchema,
  P extends TSchema = None,
  R = undefined,
> extends GuardedRoute<P, None, B> {
  readonly body: B;
  readonly answer: A;
  /** True where it changes what is there, and so needs If-Match; else it makes something new. */
  readonly changes: boolean;
  /** What it has to know before it writes, asked together with its key; writes nothing. */
  readonly reads?: (asked: Asked<P, None, B>) => Promise<R>;
  readonly write: (asked: Asked<P, None, B> & Changing, read: R) => Promise<Written<Static<A>>>;
}

const ERRORS = [400, 401, 403, 404, 409, 413, 415, 422, 503];

/** Sends a kept answer as it was, letter by letter. */
function send(reply: FastifyReply, { status, version, bytes }: KeptAnswer): FastifyReply {
  reply.code(status).headers({ etag: etagOf(version), "content-type": "application/json" });
  return reply.send(bytes);
}

/** Of whom a kept answer tells: the patient whom the request is about, and all whom it names. */
function replayed({ target }: Acting, answer: string): readonly string[] {
  const own = target.patientId === null ? [] : [target.patientId];
  return [...new Set([...own, ...patientsNamedIn(answer)])];
}

/** Adds a POST that writes, and answers 201 with what it made or changed. */
export function addWriting<
  A extends TSchema,
  B extends TSchema,
  P extends TSchema = None,
  R = undefined,
>(guard: Guard, writing: Writing<A, B, P, R>): void {
  const { url, summary, description, tag, params, body, about, answer, changes } = writing;
  const route = `POST ${url}`;
  needOfRoute(route);
  const statuses = changes ? [...ERRORS, 428] : ERRORS;
  const schema = {
    summary,
    ...(description === undefined ? {} : { description }),
    tags: [tag],
    headers: changes ? ChangeHeadersSchema : KeyHeadersSchema,
    ...(params === undefined ? {} : { params }),
    body,
    response: {
      201: versioned(answer),
      ...Object.fromEntries(statuses.map((status) => [status, ErrorSchema])),
    },
  };
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const input = { params: request.params, query: {}, body: request.body } as Input<P, None, B>;
    const { "idempotency-key": key = "" } = request.headers as Record<string, string | undefined>;
    const seen = (): number => versionOf(request.headers["if-match"]);
    const kept = await guarded(guard, request, route, about?.(input) ?? {}, async (acting) => {
      const { client, actor } = acting;
      const hash = canonicalHash([route, input.params, input.body, actor.actorId, actor.role]);
      const { store } = guard;
      const asked = { ...input, ...acting, store, seen };
      let patientIds: readonly string[] | undefined;
      let fresh = false;
      let sent: Promise<unknown> = Promise.resolve();
      const reads = async () => (await writing.reads?.(asked)) as R;
      const does = async (read: R) => {
        const shown = await writing.write(asked, read);
        const { version } = shown;
        fresh = true;
        sent = shown.sent ?? sent;
        patientIds = shown.patientIds;
        return { status: 201, version, bytes: Buffer.from(JSON.stringify(shown.body)) };
      };
      const once = await answeredOnce(store, client, { key, hash }, { reads, does });
      const { answer, keep } = once;
      const last = () => inOneGo(client, () => sent, keep);
      // An answer that is given again tells of the same patients as the first time.
      const named = fresh ? patientIds : replayed(acting, answer.bytes.toString());
      return { ...answer, ...(named === undefined ? {} : { patientIds: named }), last };
    });
    return send(reply, kept);
  };
  addGuarded(guard, { method: "POST", url, schema, handler });
}
