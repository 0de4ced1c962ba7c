// Proves what comes of two requests that meet, in every order in which their steps can follow each other.
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keptRecords } from "../testing/kept.ts";
import {
  ACTOR_HEADER,
  type Answer,
  COORDINATOR,
  type TestApp,
  testApp,
} from "../testing/test-app.ts";
import { closeStores, type TestStore, testStore } from "../testing/test-store.ts";
import { inTurns, orders, type Player, player, READING, WRITING } from "../testing/turns.ts";

closeStores("after all");

let store: TestStore;
let players: readonly [Player, Player];
let apps: readonly [TestApp, TestApp];
let watch: pg.Client;

beforeAll(async () => {
  store = await testStore("2026-03-20");
  const { requests } = store.database;
  players = [player(requests), player(requests)];
  const app = (one: Player) =>
    testApp({ ...store, database: { ...store.database, requests: one.pool } });
  apps = [await app(players[0]), await app(players[1])];
  watch = new pg.Client(store.url);
  await watch.connect();
});
afterAll(() => watch?.end());

async function blocked(pid: number): Promise<boolean> {
  const { rows } = await watch.query<{ blocked: boolean }>(
    "SELECT cardinality(pg_blocking_pids($1)) > 0 AS blocked",
    [pid],
  );
  return rows[0]?.blocked === true;
}

/** A registration takes its key, its turn, adds and commits; a task is given in a course that is then judged: one turn more. */
const [REGISTERING, ASSIGNING] = [4, 5];
const START = { event: "pathway-start", occurredOn: "2026-03-01" };
const CLOSURE = { records: [{ event: "closure", occurredOn: "2026-03-19" }] };
const EVALUATION = { records: [{ event: "evaluation", occurredOn: "2026-03-18" }] };

/** Version of the tasks of a course in which nobody has one. */
const UNASSIGNED = { "if-match": '"0"' };

type Ask = (app: TestApp) => Promise<Answer>;

/** Both requests in each order, on a course of their own; `check` is told what was answered, as a sorted pair. */
async function inEveryOrder(
  name: string,
  requests: (courseId: string, version: string) => readonly [Ask, Ask],
  check: (courseId: string, statuses: string, answers: readonly Answer[]) => Promise<void>,
  steps = REGISTERING,
): Promise<void> {
  for (const [n, order] of orders(steps, steps).entries()) {
    const courseId = `${name}-${n}`;
    const opening = { courseId, patientId: `p-${courseId}`, pathway: "tsb", unitId: "u1" };
    const opened = await apps[0].post("/api/courses", { ...opening, records: [START] });
    const [first, second] = requests(courseId, String(opened.headers.etag));
    const asks = [() => first(apps[0]), () => second(apps[1])] as const;
    const answers = await inTurns(players, asks, order, blocked);
    const statuses = answers.map(({ status }) => status).sort();
    await check(courseId, statuses.join(" "), answers);
    // Whoever is first is never held up: the order was really kept to.
    expect(Math.max(...players.map((one) => one.taken()))).toBe(steps);
  }
}

function change(courseId: string, key: string, version: string, body: object): Ask {
  const headers = { "idempotency-key": `${courseId}-${key}`, "if-match": version };
  return (app) => app.post(`/api/courses/${courseId}/records`, body, headers);
}

async function eventsOf(courseId: string): Promise<readonly string[]> {
  const records = await keptRecords(store, courseId);
  return records.map((record) => ("event" in record ? record.event : "void"));
}

async function auditedOf(courseId: string): Promise<readonly string[]> {
  const { rows } = await store.database.pool.query<{ outcome: string }>(
    "SELECT outcome FROM rettvei.audit_entry WHERE course_id = $1 AND verb = 'w' ORDER BY 1",
    [courseId],
  );
  return rows.map(({ outcome }) => outcome);
}

describe("in every order of their steps", () => {
  it("of two who close a course, one does", () =>
    inEveryOrder(
      "twice-closed",
      (id, version) => [
        change(id, "first", version, CLOSURE),
        change(id, "second", version, CLOSURE),
      ],
      async (id, statuses) => {
        expect([id, statuses]).toEqual([id, "201 409"]);
        expect(await eventsOf(id)).toEqual(["pathway-start", "closure"]);
        expect(await auditedOf(id)).toEqual(["allowed", "failed"]);
      },
    ));

  it("of one who closes and one who registers, nobody builds on what was not seen", () =>
    inEveryOrder(
      "closed-or-registered",
      (id, version) => [
        change(id, "close", version, CLOSURE),
        change(id, "register", version, EVALUATION),
      ],
      async (id, statuses, answers) => {
        expect([id, statuses]).toEqual([id, "201 409"]);
        const added = answers[0]?.status === 201 ? "closure" : "evaluation";
        expect(await eventsOf(id)).toEqual(["pathway-start", added]);
      },
    ));

  it("one request that is sent twice is done once and answered alike", () =>
    inEveryOrder(
      "sent-twice",
      (id, version) => [
        change(id, "same", version, EVALUATION),
        change(id, "same", version, EVALUATION),
      ],
      async (id, statuses, answers) => {
        expect([id, statuses]).toEqual([id, "201 201"]);
        expect(answers[0]?.body).toEqual(answers[1]?.body);
        expect(await eventsOf(id)).toEqual(["pathway-start", "evaluation"]);
        expect(await auditedOf(id)).toEqual(["allowed", "allowed"]);
      },
    ));

  it("of two who open a course by one id, one does", () =>
    inEveryOrder(
      "before-opened-twice",
      (id) => {
        const courseId = `again-${id}`;
        const open =
          (day: string): Ask =>
          (app) =>
            app.post("/api/courses", {
              ...{ courseId, patientId: `p-${courseId}`, pathway: "tsb", unitId: "u1" },
              records: [{ event: "pathway-start", occurredOn: day }],
            });
        return [open("2026-03-02"), open("2026-03-03")];
      },
      async (id, statuses) => {
        expect([id, statuses]).toEqual([id, "201 409"]);
        expect(await eventsOf(`again-${id}`)).toEqual(["pathway-start"]);
      },
    ));

  it("of two who give a course a coordinator, one does, and the other is told", () =>
    inEveryOrder(
      "assigned-twice",
      (id) => {
        const url = `/api/courses/${id}/assignments`;
        const assign =
          (personId: string): Ask =>
          (app) =>
            app.post(url, { role: "coordinator", personId, personName: personId }, UNASSIGNED);
        return [assign("kari"), assign("ola")];
      },
      async (id, statuses, answers) => {
        expect([id, statuses]).toEqual([id, "201 409"]);
        const given = answers[0]?.status === 201 ? "kari" : "ola";
        const { rows } = await store.database.pool.query(
          `SELECT f.body ->> 'personId' AS told, m.person_id AS kept, s.coordinator_id AS shown
           FROM rettvei.fact f JOIN rettvei.matter m USING (matter_id) JOIN rettvei.course_state s ON s.course_id = f.course_id
           WHERE f.course_id = $1`,
          [id],
        );
        expect(rows).toEqual([{ told: given, kept: given, shown: given }]);
      },
      ASSIGNING,
    ));

  it("a patient's block holds at every decision after it, and at none before", async () => {
    const [deciding, reading] = [0, 1] as const;
    for (const [n, order] of orders(4, 3).entries()) {
      const courseId = `blocked-${n}`;
      const patientId = `p-${courseId}`;
      const opening = { courseId, patientId, pathway: "tsb", unitId: "u1", records: [START] };
      expect((await apps[0].post("/api/courses", opening)).status).toBe(201);
      const patient = {
        ...COORDINATOR,
        actorId: patientId,
        role: "patient",
        unitIds: [],
        patientId,
      };
      const own = { [ACTOR_HEADER]: JSON.stringify(patient) };
      const body = { against: "person", id: COORDINATOR.actorId };
      const block = () => apps[0].post(`/api/patients/${patientId}/blocks`, body, own);
      const read = () => apps[1].get(`/api/courses/${courseId}`);
      const steps = [WRITING, READING] as const;
      const [set, seen] = await inTurns(players, [block, read], order, blocked, steps);
      const blockedFirst = order.indexOf(reading) > order.lastIndexOf(deciding);
      expect([order.join(""), set.status, seen.status]).toEqual([
        ...[order.join(""), 201, blockedFirst ? 403 : 200],
      ]);
      expect((await read()).status).toBe(403);
    }
  });
});
