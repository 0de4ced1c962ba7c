// Knows the headers of requests that write: the key that makes them count once, and the version that they change.
import { type TSchema, Type } from "typebox";
import { IdSchema } from "./basics.ts";

const KeySchema = Type.String({
  ...IdSchema,
  minLength: 8,
  description:
    "Made by the sender for this one request, a UUID say, and sent again with it: it then has one effect, and gets the very same answer for at least 7 days. A request that is refused does not use up its key.",
  examples: ["0b7e6c1e-8d52-4f0e-9d4c-2f3a1c5b6d7e"],
});

export const KeyHeadersSchema = Type.Object({ "idempotency-key": KeySchema });

export const ChangeHeadersSchema = Type.Object({
  "idempotency-key": KeySchema,
  "if-match": Type.Optional(
    Type.String({
      description:
        "Required (428 without): the ETag of the course as the sender has seen it. If the course has grown since, 409 `stale` tells both versions. A request sent again under its key is answered before this is looked at.",
      examples: ['"1042"'],
    }),
  ),
});

const HEADERS = {
  ETag: { type: "string", description: "The version of the course: for If-Match of a change." },
};

/** The answer's shape, with the header that tells the version of the course. */
export function versioned<S extends TSchema>(schema: S): S & { readonly headers: typeof HEADERS } {
  return { ...schema, headers: HEADERS };
}
