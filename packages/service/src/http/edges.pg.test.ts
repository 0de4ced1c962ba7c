// Proves the edges of the HTTP side: its document, the web application, requests from elsewhere, the log.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { Validator } from "@seriousme/openapi-schema-validator";
import type { TSchema } from "typebox";
import { Compile } from "typebox/compile";
import { beforeAll, describe, expect, it } from "vitest";
import { ACCESS } from "../access/matrix.ts";
import { type SeededApi, seededApi } from "../testing/seeded-api.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { testApp, whole } from "../testing/test-app.ts";
import { closeStores } from "../testing/test-store.ts";

closeStores("after all");
const webDir = temporaryFolder();
let api: SeededApi["api"];
let store: SeededApi["store"];
beforeAll(async () => {
  mkdirSync(join(webDir, "assets"));
  writeFileSync(join(webDir, "index.html"), "<title>app</title>");
  writeFileSync(join(webDir, "assets/app-1a2b.js"), "1");
  writeFileSync(join(webDir, "assets/app-1a2b.js.br"), brotliCompressSync("1"));
  ({ api, store } = await seededApi(webDir));
});

describe("the API document", () => {
  it("is valid OpenAPI 3.1 and lists every route", async () => {
    const { body } = await api.get("/api/openapi.json");
    const { valid, errors } = await new Validator().validate(body);
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
    expect(body.openapi).toBe("3.1.0");
    const documented = Object.entries<object>(body.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method} ${path}`),
    );
    const inMatrix = [...ACCESS.routes.keys()].map((route) => {
      const [method = "", url = ""] = route.split(" ");
      return `${method.toLowerCase()} ${url.replace(/:(\w+)/g, "{$1}")}`;
    });
    expect(documented.sort()).toEqual(inMatrix.sort());
    const routes = (await testApp(store)).app.printRoutes();
    // Beside the API: a person's way in and the way back from the issuer.
    const pages = ["/login", "/login/callback"];
    expect([...routes.matchAll(/\b(GET|POST)\b/g)]).toHaveLength(documented.length + pages.length);
  });
});

interface Numbers {
  readonly type?: string | readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Where a request may hold a number that has no end, as the database's have. */
function* endless(value: unknown, place: string): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  const { type, minimum, maximum } = value as Numbers;
  const isNumber = [type].flat().some((one) => one === "integer" || one === "number");
  const outside = (end = Number.POSITIVE_INFINITY): boolean => !Number.isSafeInteger(end);
  if (isNumber && (outside(minimum) || outside(maximum))) yield place;
  for (const [name, inner] of Object.entries(value)) yield* endless(inner, `${place} ${name}`);
}

interface Media {
  readonly schema: TSchema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

interface Asking {
  readonly parameters: unknown;
  readonly requestBody: unknown;
}

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, Media>> }>
  >;
}

/** Examples of a body: beside its shape, or in it. */
function examplesOf(
  { schema, example, examples = {} }: Media,
  shapes: Readonly<Record<string, unknown>>,
) {
  const own = whole(schema, shapes) as { readonly examples?: readonly unknown[] };
  const beside = Object.values(examples).map(({ value }) => value);
  return [...(example === undefined ? [] : [example]), ...beside, ...(own.examples ?? [])];
}

describe("the API document's requests", () => {
  it("hold no number without an end, which the database could not take", async () => {
    const { body } = await api.get("/api/openapi.json");
    const paths = Object.entries<Readonly<Record<string, Partial<Asking>>>>(body.paths);
    const found = paths.flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, { parameters, requestBody }]) => [
        ...endless([parameters, requestBody], `${method} ${path}`),
      ]),
    );
    expect(found).toEqual([]);
  });
});

describe("the API document's examples", () => {
  it("are there for every body that is taken or answered, and are what the shape says", async () => {
    const { body } = await api.get("/api/openapi.json");
    const shapes = body.components.schemas as Readonly<Record<string, unknown>>;
    const troubles: string[] = [];
    let held = 0;
    for (const [path, item] of Object.entries<Readonly<Record<string, Operation>>>(body.paths)) {
      for (const [method, { requestBody, responses }] of Object.entries(item)) {
        const bodies = [["request", requestBody] as const, ...Object.entries(responses)];
        for (const [of, described] of bodies) {
          for (const [type, media] of Object.entries(described?.content ?? {})) {
            const found = examplesOf(media, shapes);
            const name = `${method} ${path} ${of} ${type}`;
            if (found.length === 0) troubles.push(`${name}: none`);
            const shape = whole(media.schema, shapes) as TSchema;
            for (const example of found) {
              held++;
              const [error] = Compile(shape).Errors(example);
              if (error !== undefined)
                troubles.push(`${name}: ${error.instancePath} ${error.message}`);
            }
          }
        }
      }
    }
    expect(troubles).toEqual([]);
    expect(held).toBeGreaterThan(800);
  });
});

describe("the web application", () => {
  it("is served at / and at every address of its own, with its files cached for good", async () => {
    for (const url of ["/", "/courses/n01-c1", "/units/u1?group=undated"]) {
      const { status, body, headers } = await api.get(url);
      expect([status, body, headers["cache-control"]]).toEqual([
        200,
        "<title>app</title>",
        "no-cache",
      ]);
    }
    const file = await api.get("/assets/app-1a2b.js");
    expect([file.status, file.headers["cache-control"]]).toEqual([
      200,
      "public, max-age=31536000, immutable",
    ]);
  });

  it("sends the compressed form of a file to whoever takes it", async () => {
    const ask = (headers: Record<string, string>) => api.get("/assets/app-1a2b.js", headers);
    const small = await ask({ "accept-encoding": "br" });
    expect([small.status, small.headers["content-encoding"]]).toEqual([200, "br"]);
    expect((await ask({})).headers["content-encoding"]).toBeUndefined();
  });

  it("takes the place of nothing else", async () => {
    for (const url of ["/api/nothing", "/api", "/assets/none.js", "/..%2f..%2fetc/passwd.txt"]) {
      const { status, body } = await api.get(url);
      expect([url, status, body.error.code]).toEqual([url, 404, "not-found"]);
    }
  });

  it("is let do nothing but its own work by the headers of every answer", async () => {
    for (const url of ["/", "/api/units", "/api/nothing"]) {
      const { headers } = await api.get(url);
      expect(headers["content-security-policy"]).toMatch(/^default-src 'self';/);
      expect(headers["content-security-policy"]).not.toContain("unsafe");
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
      });
    }
    expect((await api.get("/api/courses/n01-c1")).headers["cache-control"]).toBe("no-store");
  });
});

describe("requests from elsewhere", () => {
  it.each([
    ["a name that somebody pointed here", { host: "evil.example:4000" }],
    ["a page of another site", { host: "localhost:4000", origin: "http://evil.example" }],
    ["a page at another port", { host: "localhost:4000", origin: "http://localhost:3000" }],
    ["a page of no origin", { host: "localhost:4000", origin: "null" }],
  ])("are refused: %s", async (_, headers) => {
    const { statusCode, json } = await api.app.inject({ url: "/api/units", headers });
    expect([statusCode, json().error.code]).toEqual([403, "host-refused"]);
  });

  it.each([
    { host: "127.0.0.1:4000", origin: "http://127.0.0.1:4000" },
    { host: "[::1]:4000", origin: "http://[::1]:4000" },
    { host: "localhost" },
  ])("are answered where they come from this machine's own pages: %o", async (headers) => {
    expect((await api.app.inject({ url: "/api/units", headers })).statusCode).toBe(200);
  });
});

describe("the log", () => {
  it("names routes and kinds of trouble, never an address, a patient or what a database said", async () => {
    const lines: string[] = [];
    const logger = { level: "info", stream: { write: (line: string) => lines.push(line) } };
    const logged = await testApp(store, { logger });
    await logged.get("/api/courses/n01-c1?secret=1").catch(() => undefined);
    await logged.post("/api/courses/n01-c1/records", {
      records: [{ event: "Testine", occurredOn: "x" }],
    });
    await logged.app.inject({ url: "/api/%zz?name=Testine" });
    const { pool, requests } = store.database;
    const fail = { value: () => Promise.reject(new Error("detail: Testine n01-p1")) };
    const broken = {
      ...store,
      database: {
        ...store.database,
        pool: Object.create(pool, { query: fail, connect: fail }),
        requests: Object.create(requests, { query: fail, connect: fail }),
      },
    };
    const failing = await testApp(broken, { logger });
    const { statusCode, body } = await failing.app.inject({ url: "/api/courses/n01-c1" });
    expect([statusCode, JSON.parse(body).error.code]).toEqual([500, "internal"]);
    const log = lines.join("");
    expect(log).toContain("/api/courses/:courseId");
    expect(log).toContain('"status":500');
    expect(log + body).not.toMatch(/n01|Testine|secret/);
  });
});
