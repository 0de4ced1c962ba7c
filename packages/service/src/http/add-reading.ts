// Knows how a route that shows something is added: checked, decided, read and audited in one transaction.
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Static, TSchema } from "typebox";
import type { Store } from "../store/store.ts";
import { etagOf } from "./course-version.ts";
import {
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
import { ErrorSchema } from "./schemas/basics.ts";
import { versioned } from "./schemas/writing.ts";

export interface Reading<
  A extends TSchema,
  P extends TSchema = None,
  Q extends TSchema = None,
  B extends TSchema = None,
> extends GuardedRoute<P, Q, B> {
  readonly answer: A;
  /** Done first, whoever asks: what is kept is made right for today. */
  readonly before?: (store: Store) => Promise<void>;
  readonly read: (asked: Asked<P, Q, B>) => Promise<Shown<Static<A>>>;
  /** Other statuses with an error that it answers. */
  readonly errors?: readonly number[];
}

/** Statuses that any guarded route may answer with an error. */
const ERRORS = [400, 401, 403, 404, 503];
/** And where it has a body: too large, or no JSON. */
const BODY_ERRORS = [413, 415];

/** Adds a GET, or where it has a body, a POST that writes nothing. */
export function addReading<
  A extends TSchema,
  P extends TSchema = None,
  Q extends TSchema = None,
  B extends TSchema = None,
>(guard: Guard, reading: Reading<A, P, Q, B>): void {
  const { url, summary, description, tag, params, query, body, about, answer } = reading;
  const method = body === undefined ? "GET" : "POST";
  const route = `${method} ${url}`;
  needOfRoute(route);
  const statuses = [
    ...ERRORS,
    ...(body === undefined ? [] : BODY_ERRORS),
    ...(reading.errors ?? []),
  ];
  const schema = {
    summary,
    ...(description === undefined ? {} : { description }),
    tags: [tag],
    ...(params === undefined ? {} : { params }),
    ...(query === undefined ? {} : { querystring: query }),
    ...(body === undefined ? {} : { body }),
    response: {
      200: versioned(answer),
      ...Object.fromEntries(statuses.map((status) => [status, ErrorSchema])),
    },
  };
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const input = { params: request.params, query: request.query, body: request.body } as Input<
      P,
      Q,
      B
    >;
    await reading.before?.(guard.store);
    const shown = await guarded(guard, request, route, about?.(input) ?? {}, (acting) =>
      reading.read({ ...input, ...acting, store: guard.store }),
    );
    if (shown.version !== undefined) reply.header("etag", etagOf(shown.version));
    return shown.body;
  };
  addGuarded(guard, { method, url, schema, handler });
}
