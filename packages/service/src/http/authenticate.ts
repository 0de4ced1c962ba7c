// Knows who is asking over HTTP, as whoever puts the service together says how to find out.
import type { FastifyRequest } from "fastify";
import type { Actor } from "../access/actor.ts";

/** Undefined: nobody is logged in. Throws AppError `bad-token` on a token that is not good. */
export type Authenticate = (request: FastifyRequest) => Promise<Actor | undefined>;
