// Proves access against a model of its own: every route, by everybody, about everything; over HTTP, in the database, and
// in each of the two layers alone.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { App } from "../http/app.ts";
import { AccessModel, type Asked } from "../testing/access-model.ts";
import { accessWorld, keepWorld, TODAY, type World } from "../testing/access-world.ts";
import { ACTOR_HEADER, testApp } from "../testing/test-app.ts";
import { closeStores, type TestStore, testStore } from "../testing/test-store.ts";
import { actAs } from "./acting.ts";
import type { Actor } from "./actor.ts";
import { inRequest } from "./as-system.ts";

closeStores("after all");

const FILE = JSON.parse(readFileSync(new URL("../../access.json", import.meta.url), "utf8"));
const SAMPLE = Number(process.env.RETTVEI_ACCESS_SAMPLE ?? 3);
const OF_LOGIN = /session|logout/;
/** For a machine that does much else. */
const TIMEOUT = 600_000;

let store: TestStore;
let app: App;
let world: World;
let model: AccessModel;

beforeAll(async () => {
  store = await testStore(TODAY);
  world = accessWorld();
  model = new AccessModel(world);
  await keepWorld(store, world);
  ({ app } = await testApp(store));
  // Nothing that is let in does anything: the world stays as it is.
  await store.database.asOwner((client) =>
    client.query(`CREATE FUNCTION rettvei.stand_still() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'still'; END $$;
      CREATE TRIGGER stand_still BEFORE INSERT ON rettvei.answered_request FOR EACH STATEMENT EXECUTE FUNCTION rettvei.stand_still()`),
  );
});

const resourceOf = (route: string): string => FILE.routes[route].split(" ")[0];

/** Scopes of a role for a route, read from the file and by nothing of the service. */
function scopesOf(role: string, route: string): readonly string[] {
  const [resource, verb] = FILE.routes[route].split(" ");
  const cell: string = FILE.resources[resource][role] ?? "";
  return cell
    .split(",")
    .map((part) => part.trim().split(" "))
    .flatMap(([verbs = "", scope = ""]) => (verbs.includes(verb) ? [scope] : []));
}

interface Check {
  readonly route: string;
  readonly actor: Actor | undefined;
  readonly asked: Asked;
}

/** Everything that a route can be asked about. */
function askable(route: string): readonly Asked[] {
  const units = ["u1", "u2", "x1", "k1", "nowhere"].map(
    (unitId): Asked => ({ of: "unit", unitId }),
  );
  const unknown: Asked = { of: "unknown" };
  const name = /:(\w+)/.exec(route)?.[1];
  if (name === "unitId" || (name === undefined && aboutUnit(route))) return units;
  // A draft is of no patient that anybody knows: whose it is, its own test and row security say.
  if (name === undefined || name === "pathway" || name === "draftId") return [{ of: "nothing" }];
  if (name === "patientId") {
    return [...world.patients.map((_, patient): Asked => ({ of: "patient", patient })), unknown];
  }
  const thing = name !== "courseId";
  return [...world.courses.map((course): Asked => ({ of: "course", course, thing })), unknown];
}

const BODIES_OF_UNITS = new Set([
  "POST /api/courses",
  "POST /api/agreements",
  "POST /api/referrals",
]);
const aboutUnit = (route: string): boolean => BODIES_OF_UNITS.has(route);

function idOf(asked: Asked): string {
  if (asked.of === "patient") return `w${asked.patient}`;
  if (asked.of === "course")
    return asked.thing ? `thing ${asked.course.courseId}` : asked.course.courseId;
  return asked.of === "unit" ? asked.unitId : "there-is-none";
}

interface Operation {
  readonly requestBody?: {
    readonly content: Readonly<
      Record<
        string,
        {
          readonly example?: object;
          readonly examples?: Readonly<Record<string, { value: object }>>;
        }
      >
    >;
  };
}

function bodyOf(route: string, asked: Asked): object | undefined {
  const [method = "", url = ""] = route.split(" ");
  if (method !== "POST") return undefined;
  const path = url.replace(/:(\w+)/g, "{$1}");
  const paths = app.swagger().paths as Readonly<Record<string, { readonly post?: Operation }>>;
  const media = paths[path]?.post?.requestBody?.content["application/json"];
  const example = media?.example ?? Object.values(media?.examples ?? {})[0]?.value;
  if (example === undefined) return undefined;
  return aboutUnit(route) && asked.of === "unit" ? { ...example, unitId: asked.unitId } : example;
}

/** The few of all, always one that is let in where there is one. */
function some(route: string, actor: Actor | undefined, n: number): readonly Asked[] {
  const all = askable(route);
  if (all.length <= SAMPLE) return all;
  const scopes = actor === undefined ? [] : scopesOf(actor.role, route);
  const open = all.filter((asked) => model.mayEnter(actor, scopes, asked, resourceOf(route)));
  const start = (n * 7) % all.length;
  const others = Array.from({ length: SAMPLE - 1 }, (_, at) => all[(start + at * 11) % all.length]);
  const chosen = [open[n % Math.max(open.length, 1)], ...others].filter((one) => one !== undefined);
  return [...new Set(chosen)];
}

function checks(): readonly Check[] {
  const routes = Object.keys(FILE.routes).filter((route) => {
    const resource = FILE.routes[route].split(" ")[0];
    return FILE.resources[resource].anybody === undefined && !OF_LOGIN.test(route);
  });
  return routes.flatMap((route, r) =>
    world.actors.flatMap((actor, a) =>
      some(route, actor, r * 31 + a).map((asked) => ({ route, actor, asked })),
    ),
  );
}

/** One route to a course, one to a thing in it and one to a patient. */
const WAYS = [
  "GET /api/courses/:courseId",
  "GET /api/plans/:planId",
  "GET /api/patients/:patientId/blocks",
];

function patientOf(asked: Asked): number | undefined {
  return asked.of === "course"
    ? asked.course.patient
    : asked.of === "patient"
      ? asked.patient
      : undefined;
}

/** Each way, by everybody, to all that somebody of their role has or had something to do with: seldom drawn else. */
function tied(): readonly Check[] {
  return WAYS.flatMap((route) =>
    world.actors.flatMap((actor) => {
      const alike = world.actors.filter((one) => one !== undefined && one.role === actor?.role);
      const own = world.ties.filter(({ person, unitId }) =>
        alike.some((one) => person === one?.actorId || one?.unitIds.includes(unitId ?? "none")),
      );
      const patients = new Set<number | undefined>(own.map(({ patient }) => patient));
      const about = askable(route).filter((asked) => patients.has(patientOf(asked)));
      return about.map((asked) => ({ route, actor, asked }));
    }),
  );
}

interface Outcome {
  readonly status: number;
  readonly body: string;
  readonly decided: string | undefined;
}

async function ask({ route, actor, asked }: Check): Promise<Outcome> {
  const [method = "GET", pattern = ""] = route.split(" ");
  const url = pattern.replace(":pathway", "tsb").replace(/:\w+/, encodeURIComponent(idOf(asked)));
  const who = { [ACTOR_HEADER]: actor === undefined ? "" : JSON.stringify(actor) };
  const written = { "idempotency-key": randomUUID(), "if-match": '"1"' };
  const payload = bodyOf(route, asked);
  const xml = route === "POST /api/messages";
  const answer = await app.inject({
    method: method as "GET",
    url,
    headers: {
      ...who,
      ...(method === "POST" ? written : {}),
      ...(xml ? { "content-type": "application/xml" } : {}),
    },
    ...(xml ? { payload: "<x/>" } : payload === undefined ? {} : { payload }),
  });
  const { rows } = await store.database.pool.query<{ outcome: string }>(
    "SELECT outcome FROM rettvei.audit_entry ORDER BY seq DESC LIMIT 1",
  );
  const decided = answer.statusCode === 400 ? undefined : rows[0]?.outcome;
  return { status: answer.statusCode, body: answer.body, decided };
}

/** What is wrong with the answer; undefined where nothing is. */
function wrongIn(
  { route, actor, asked }: Check,
  { status, body, decided }: Outcome,
): string | undefined {
  const scopes = actor === undefined ? [] : scopesOf(actor.role, route);
  const may = model.mayEnter(actor, scopes, asked, resourceOf(route));
  const entered = decided === "allowed" || decided === "failed";
  if (entered !== may) return may ? "refused" : "let in";
  if (may) return undefined;
  if (![401, 403, 404].includes(status)) return `status ${status}`;
  return /Testine|w\d+-[ab]/.test(body) ? "told of a patient" : undefined;
}

interface Found {
  readonly done: number;
  readonly wrong: readonly string[];
  /** Routes of which not one request was so whole that access was decided for it. */
  readonly undecided: readonly string[];
}

async function allWrong(all: readonly Check[]): Promise<Found> {
  const wrong: string[] = [];
  const undecided = new Set(all.map(({ route }) => route));
  let done = 0;
  for (const check of all) {
    const outcome = await ask(check);
    if (outcome.decided === undefined) continue;
    done++;
    undecided.delete(check.route);
    const why = wrongIn(check, outcome);
    const { route, actor, asked } = check;
    if (why !== undefined)
      wrong.push(
        `${why}: ${actor?.actorId ?? "nobody"} ${route} ${idOf(asked)} (${outcome.status})`,
      );
  }
  return { done, wrong, undecided: [...undecided] };
}

async function rowSecurity(on: boolean): Promise<void> {
  const { rows } = await store.database.pool.query<{ name: string }>(
    "SELECT DISTINCT polrelid::regclass::text AS name FROM pg_policy JOIN pg_class c ON c.oid = polrelid WHERE c.relnamespace = 'rettvei'::regnamespace",
  );
  await store.database.asOwner(async (client) => {
    for (const { name } of rows)
      await client.query(`ALTER TABLE ${name} ${on ? "ENABLE" : "DISABLE"} ROW LEVEL SECURITY`);
  });
}

describe("over HTTP", () => {
  it("everybody is let in where the matrix says so, and nowhere else", {
    timeout: TIMEOUT,
  }, async () => {
    const all = [...checks(), ...tied()];
    const { done, wrong, undecided } = await allWrong(all);
    console.log(`ACCESS over HTTP: ${done} of ${all.length} checks decided, ${wrong.length} wrong`);
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(undecided).toEqual([]);
    expect(done).toBeGreaterThanOrEqual(5_000);
  });

  it("what is refused and what is not there are answered alike, to the letter", async () => {
    const course = world.courses.find((one) => one.unitId === "x1");
    if (course === undefined) throw new Error("bug: no course elsewhere");
    const actor = world.actors.find((one) => one?.actorId === "c1");
    const answers = await Promise.all(
      [{ of: "course", course } as const, { of: "unknown" } as const].map((asked) =>
        ask({ route: "GET /api/courses/:courseId", actor, asked }),
      ),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
  });

  it("the first layer alone says the same, with row security switched off", {
    timeout: TIMEOUT,
  }, async () => {
    await rowSecurity(false);
    const few = [...checks().filter((_, n) => n % 4 === 0), ...tied()];
    const { done, wrong } = await allWrong(few).finally(() => rowSecurity(true));
    console.log(`ACCESS by the first layer alone: ${done} checks, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
    expect(done).toBeGreaterThan(SAMPLE * 300);
  });
});

const TABLES = {
  course: "SELECT course_id FROM rettvei.course",
  course_state: "SELECT course_id FROM rettvei.course_state",
  record: "SELECT DISTINCT course_id FROM rettvei.record",
  fact: "SELECT course_id FROM rettvei.fact WHERE kind = 'world-thing'",
  matter: "SELECT course_id FROM rettvei.matter WHERE matter_id LIKE 'thing %'",
};

describe("in the database", () => {
  it("the second layer alone shows the rows that the model says, table by table", async () => {
    const wrong: string[] = [];
    let done = 0;
    const people = world.actors.filter((one) => one !== undefined);
    const about = [undefined, ...world.patients.map((_, n) => n)];
    for (const [a, actor] of people.entries()) {
      // Those who treat and coordinate have the most that can end or be blocked.
      const all = ["practitioner", "coordinator", "leader"].includes(actor.role);
      for (const whom of about.filter((_, n) => all || n === 0 || n % 5 === a % 5)) {
        await inRequest(store, async (client) => {
          await actAs(store, client, actor, whom === undefined ? null : `w${whom}`);
          for (const [table, sql] of Object.entries(TABLES)) {
            const { rows } = await client.query<{ course_id: string }>(sql);
            const seen = new Set(rows.map(({ course_id }) => course_id));
            for (const course of world.courses) {
              done++;
              if (seen.has(course.courseId) !== model.sees(actor, course, whom)) {
                wrong.push(
                  `${seen.has(course.courseId) ? "shown" : "hidden"}: ${table} ${course.courseId} to ${actor.actorId} about ${whom}`,
                );
              }
            }
          }
        });
      }
    }
    console.log(`ACCESS in the database: ${done} checks, ${wrong.length} wrong`);
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(done).toBeGreaterThanOrEqual(5_000);
  });
});
