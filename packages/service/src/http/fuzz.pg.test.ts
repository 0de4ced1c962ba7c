// Asks every route of the API document for what its schemas allow, or nearly, as everybody: no answer of 500 or above
// but those it names, and none that the document does not describe.
import fc, { type Arbitrary } from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../access/actor.ts";
import { ACCESS } from "../access/matrix.ts";
import { AUDIT_WHOLE } from "../doctor/audit-whole.ts";
import { fromSchema, type JsonSchema, type Making } from "../testing/from-schema.ts";
import { EVERYBODY, letEverybodyIn } from "../testing/people.ts";
import { type SeededApi, seededApi } from "../testing/seeded-api.ts";
import { ACTOR_HEADER, whole } from "../testing/test-app.ts";
import { closeStores } from "../testing/test-store.ts";

closeStores("after all");

const REQUESTS = Number(process.env.RETTVEI_FUZZ ?? 3_000);
const SEED = Number(process.env.RETTVEI_SEED ?? 20_241_120);

let api: SeededApi["api"];
let store: SeededApi["store"];
beforeAll(async () => {
  ({ api, store } = await seededApi());
  await letEverybodyIn(store);
});

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly schema: JsonSchema;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>;
  };
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly actor: Actor | undefined;
  readonly version: number | undefined;
}

/** What is there, and what answers tell of as they come: requests that build on one another reach further. */
class Pool {
  readonly ids = new Map<string, Set<string>>([
    ["courseId", new Set(["n00-c1", "n01-c1", "n02-c1"])],
    ["patientId", new Set(["n00-p1", "n01-p1", "n02-p1"])],
    ["unitId", new Set(["u1", "u0", "u9"])],
    ["pathway", new Set(["tsb", "phv-voksne"])],
    ["event", new Set(["evaluation", "treatment-plan", "clinical-decision", "closure"])],
  ]);
  learn(body: unknown, name = ""): void {
    if (Array.isArray(body)) for (const one of body.slice(0, 5)) this.learn(one, name);
    else if (typeof body === "object" && body !== null) {
      for (const [key, inner] of Object.entries(body)) this.learn(inner, key);
    } else if (typeof body === "string" && name.endsWith("Id") && body.length > 0) {
      const known = this.ids.get(name) ?? new Set();
      if (known.size < 40) known.add(body);
      this.ids.set(name, known);
    }
  }

  known(): Making["known"] {
    return Object.fromEntries([...this.ids].map(([name, ids]) => [name, [...ids]]));
  }
}

function operations(): readonly {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}[] {
  const document = api.app.swagger() as unknown as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
  };
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method,
      path,
      operation: whole(operation, document.components.schemas) as Operation,
    })),
  );
}

function values(
  parameters: readonly Parameter[],
  making: Making,
): Arbitrary<Record<string, unknown>> {
  return fc
    .tuple(
      ...parameters.map(({ name, schema }) =>
        fromSchema(schema, name, making).map((value) => [name, value] as const),
      ),
    )
    .map((entries) => Object.fromEntries(entries));
}

function asking(making: Making): Arbitrary<Asked> {
  const all = operations().map(({ method, path, operation }) => {
    const parameters = operation.parameters ?? [];
    const schema = operation.requestBody?.content["application/json"]?.schema;
    return fc.record({
      method: fc.constant(method),
      path: fc.constant(path),
      params: values(
        parameters.filter((one) => one.in === "path"),
        making,
      ),
      query: values(
        parameters.filter((one) => one.in === "query"),
        making,
      ),
      body: schema === undefined ? fc.constant(undefined) : fromSchema(schema, "", making),
      actor: fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...actorsFor(method, path)) },
        { weight: 1, arbitrary: fc.constantFrom(undefined, ...EVERYBODY) },
      ),
      version: fc.option(fc.constantFrom(1, 4), { nil: undefined, freq: 6 }),
    });
  });
  return fc.oneof(...all);
}

/** Those whose role has access to the route, or all. */
function actorsFor(method: string, path: string): readonly Actor[] {
  const route = `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`;
  const need = ACCESS.routes.get(route);
  const found = EVERYBODY.filter(
    ({ role }) => need !== undefined && ACCESS.scopesOf(role, need).length > 0,
  );
  return found.length === 0 ? EVERYBODY : found;
}

function addressOf({ path, params, query }: Asked): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(params[name]));
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === null ? [] : [[name, String(value)]],
    ),
  );
  return `${filled}?${search}`;
}

/** A lone half of a letter cannot be in an address. */
function encoded(value: unknown): string {
  return encodeURIComponent(String(value).replace(/[\ud800-\udfff]/g, "?")) || "-";
}

interface Told {
  readonly status: number;
  readonly body: {
    readonly error?: { readonly details?: readonly { readonly expected: string }[] };
  };
}

/** Once more with the version that the refusal told, as a page does that has read again. */
async function ask(asked: Asked, version = asked.version): Promise<Told> {
  const headers = {
    "content-type": "application/json",
    [ACTOR_HEADER]: asked.actor === undefined ? "" : JSON.stringify(asked.actor),
    ...(version === undefined ? {} : { "if-match": `"${version}"` }),
  };
  const url = addressOf(asked);
  if (asked.method === "get") return api.get(url, headers);
  const answer: Told = await api.post(url, JSON.stringify(asked.body) ?? "", headers);
  const told = Number(answer.body.error?.details?.[0]?.expected?.replaceAll('"', ""));
  const stale = answer.status === 409 && version === asked.version && Number.isInteger(told);
  return stale ? ask(asked, told) : answer;
}

describe("the API", () => {
  it(`answers ${REQUESTS} requests that were made up from its document as the document says`, async () => {
    const pool = new Pool();
    const statuses = new Map<number, number>();
    const undocumented: string[] = [];
    const failed: { readonly asked: Asked; readonly status: number }[] = [];
    const rounds = 30;
    const numRuns = Math.ceil(REQUESTS / rounds);
    for (let round = 0; round < rounds; round++) {
      // Each round knows the ids that the rounds before have made; two of three send only what is allowed.
      const making = { known: pool.known(), oddity: round % 3 === 0 ? 1 : 0 };
      for (const asked of fc.sample(asking(making), { seed: SEED + round, numRuns })) {
        const { status, body } = await ask(asked).catch((error: Error) => {
          undocumented.push(`${error.message.split("\n")[0]}: ${JSON.stringify(asked)}`);
          return { status: 0, body: {} };
        });
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (status >= 500) failed.push({ asked, status });
        else pool.learn(body);
      }
    }
    console.info(
      `API: seed ${SEED}, answers by status ${JSON.stringify(Object.fromEntries([...statuses].sort()))}`,
    );
    expect(undocumented.slice(0, 20)).toEqual([]);
    expect(failed).toEqual([]);
    const { database, judging } = store;
    const blanks = await database.asOwner((client) =>
      AUDIT_WHOLE.troubles({ client, kind: database.kind, judging, verifier: undefined }),
    );
    expect(blanks).toEqual([]);
    // A tester that only ever is refused shows nothing.
    expect(statuses.get(200) ?? 0).toBeGreaterThan(REQUESTS / 20);
    expect(statuses.get(201) ?? 0).toBeGreaterThan(REQUESTS / 100);
  }, 300_000);
});
