// Knows the route by which national XML messages come in, and are answered by an application receipt.
import type { FastifyReply, FastifyRequest } from "fastify";
import { AppError } from "../../app-error.ts";
import { type Answer, receiveMessage } from "../../intake/receive-message.ts";
import type { SchemaCheck } from "../../intake/schema-check.ts";
import { addGuarded, type Guard, guarded, needOfRoute } from "../guarded.ts";
import { ErrorSchema } from "../schemas/basics.ts";

const LARGEST = 20 * 1024 * 1024;
const XML = ["application/xml", "text/xml"];
const url = "/api/messages";
const route = `POST ${url}`;

/** Of the shortest kind: a receipt. */
const EXAMPLE = `<?xml version="1.0" encoding="utf-8"?>
<AppRec xmlns="http://www.kith.no/xmlstds/apprec/2004-11-21">…</AppRec>`;
const XmlSchema = {
  type: "string",
  description: "XML in UTF-8, or ISO-8859-1 if it says so.",
  examples: [EXAMPLE],
};
const schema = {
  summary: "Hand in a national message: a referral, a dialogue message or an application receipt",
  description:
    "Henvisning 1.0, 1.1 and 2.0, Dialogmelding 1.1 and AppRec 1.0, read strictly. Kept and on somebody's list when answered. A message counts once by its id and sender, and gets the same receipt each time; so it needs no Idempotency-Key.",
  tags: ["messages"],
  body: {
    content: {
      "application/xml": { schema: { examples: [EXAMPLE] } },
      "text/xml": { schema: { examples: [EXAMPLE] } },
    },
  },
  response: {
    200: {
      description: "An application receipt (AppRec 1.0): taken, or rejected with its reasons.",
      content: { "application/xml": { schema: XmlSchema } },
    },
    204: { type: "null", description: "Taken: it was a receipt itself." },
    ...Object.fromEntries([400, 401, 403, 404, 413, 503].map((status) => [status, ErrorSchema])),
  },
};

function unreadable({ problems }: Extract<Answer, { kind: "unreadable" }>): AppError {
  const details = problems.map(({ line, column, path, expected, found }) => ({
    path: `${line}:${column} ${path}`.trim(),
    expected,
    found,
  }));
  return new AppError("bad-input", "the message could not be read, nor whom to answer", details);
}

function send(reply: FastifyReply, answer: Answer): FastifyReply {
  if (answer.kind === "unreadable") throw unreadable(answer);
  if (answer.kind === "taken") return reply.code(204).send();
  const text = Buffer.from(answer.xml);
  return reply.code(200).header("content-type", "application/xml; charset=utf-8").send(text);
}

/** Adds the route; `check` holds messages against the schemas too. */
export async function addIncomingRoute(guard: Guard, check?: SchemaCheck): Promise<void> {
  needOfRoute(route);
  await guard.app.register(async (scope) => {
    scope.addContentTypeParser(XML, { parseAs: "buffer" }, (_, body, done) => done(null, body));
    const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
      const { store } = guard;
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const answered = await guarded(guard, request, route, {}, ({ client, actor }) =>
        receiveMessage({ store, client, actor }, bytes, check),
      );
      return send(reply, answered.answer);
    };
    const own = { ...guard, app: scope as typeof guard.app };
    addGuarded(own, { method: "POST", url, schema, handler, bodyLimit: LARGEST });
  });
}
