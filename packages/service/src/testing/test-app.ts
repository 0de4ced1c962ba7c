// Knows how a test asks the service over HTTP without a network, and holds every answer to its documented shape.
import { randomUUID } from "node:crypto";
import type { InjectOptions } from "fastify";
import type { TSchema } from "typebox";
import { Compile, type Validator } from "typebox/compile";
import { expect } from "vitest";
import type { Actor } from "../access/actor.ts";
import { authBy } from "../auth/auth.ts";
import { newClientKey } from "../auth/client-key.ts";
import type { App } from "../http/app.ts";
import type { Authenticate } from "../http/authenticate.ts";
import { type AppOptions, buildApp } from "../http/build-app.ts";
import type { Store } from "../store/store.ts";

type Json = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects, and fails where it is not
  readonly body: any;
}

/** Who asks, where a test does not say. */
export const COORDINATOR: Actor = {
  actorId: "tester",
  kind: "person",
  name: "Testine Koordinator",
  role: "coordinator",
  organisation: "TESTHF",
  unitIds: ["u0", "u1", "u9", "nowhere"],
  hpr: null,
  patientId: null,
};

/** Header by which a test says who asks: an actor as JSON, or nothing for nobody. */
export const ACTOR_HEADER = "x-test-actor";

const authenticate: Authenticate = async ({ headers }) => {
  const actor = headers[ACTOR_HEADER];
  if (actor === undefined) return COORDINATOR;
  return actor === "" ? undefined : (JSON.parse(String(actor)) as Actor);
};

export interface TestApp {
  readonly app: App;
  get(url: string, headers?: InjectOptions["headers"]): Promise<Answer>;
  /** With a key of its own, unless the headers hold one, or undefined for none. */
  post(url: string, payload: unknown, headers?: InjectOptions["headers"]): Promise<Answer>;
  /** Registers in the course as it is now. */
  register(courseId: string, records: readonly object[]): Promise<Answer>;
}

interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { schema: TSchema }>> }>
  >;
}

/** The document's shape with every reference replaced by what it refers to. */
export function whole(schema: unknown, components: Json): unknown {
  if (Array.isArray(schema)) return schema.map((inner) => whole(inner, components));
  if (typeof schema !== "object" || schema === null) return schema;
  const { $ref } = schema as { $ref?: string };
  if ($ref !== undefined) return whole(components[$ref.split("/").at(-1) ?? ""], components);
  return Object.fromEntries(
    Object.entries(schema).map(([key, inner]) => [key, whole(inner, components)]),
  );
}

function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const inner = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, closed(value)]),
  );
  return "properties" in inner ? { additionalProperties: false, ...inner } : inner;
}

const validators = new Map<string, Validator>();

/** Holds an answer to the API document: no field missing, none too many, each as it says. */
function holdToDocument(
  app: App,
  method: string,
  route: string,
  status: number,
  body: unknown,
): void {
  const document = app.swagger() as unknown as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    readonly components: { readonly schemas: Json };
  };
  const operation = document.paths[route]?.[method.toLowerCase()];
  const key = `${method} ${route} ${status}`;
  const schema = operation?.responses[status]?.content?.["application/json"]?.schema;
  if (schema === undefined) throw new Error(`${key}: not in the API document`);
  const validator =
    validators.get(key) ?? Compile(closed(whole(schema, document.components.schemas)) as TSchema);
  validators.set(key, validator);
  expect({ key, errors: validator.Errors(body) }).toEqual({ key, errors: [] });
}

/** The documented path that an address is of; undefined if it is of none. */
function patternOf(app: App, url: string): string | undefined {
  const [path = ""] = url.split("?");
  const paths = Object.keys(app.swagger().paths ?? {});
  return paths.find((pattern) =>
    new RegExp(`^${pattern.replace(/\{\w+\}/g, "[^/]+")}$`).test(path),
  );
}

/** A login that nobody comes to: it is there for its routes to be served. */
const NO_ISSUER = { issuer: "http://127.0.0.1:9", clientId: "rettvei" };

export async function testApp(store: Store, options: Partial<AppOptions> = {}): Promise<TestApp> {
  const auth = authBy(store, { ...NO_ISSUER, clientKeys: [await newClientKey()] });
  const app = await buildApp(store, { logger: false, authenticate, auth, ...options });
  const ask = async (request: InjectOptions): Promise<Answer> => {
    const response = await app.inject(request);
    const { statusCode: status, headers } = response;
    const json = String(headers["content-type"]).startsWith("application/json");
    const body = json ? response.json() : response.body;
    const route = patternOf(app, String(request.url));
    if (json && route !== undefined) holdToDocument(app, request.method ?? "", route, status, body);
    return { status, headers, body };
  };
  const get: TestApp["get"] = (url, headers = {}) => ask({ method: "GET", url, headers });
  const post: TestApp["post"] = (url, payload, own) => {
    const all = Object.entries({ "idempotency-key": randomUUID(), ...own });
    const headers = Object.fromEntries(all.filter(([, value]) => value !== undefined));
    return ask({ method: "POST", url, payload: payload as object, headers });
  };
  const register: TestApp["register"] = async (courseId, records) => {
    const { headers } = await get(`/api/courses/${courseId}`);
    const version = { "if-match": String(headers.etag) };
    return post(`/api/courses/${courseId}/records`, { records }, version);
  };
  return { app, get, post, register };
}
