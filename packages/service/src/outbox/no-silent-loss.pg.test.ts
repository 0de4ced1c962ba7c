// Nothing is lost in silence: thousands of messages, out and in, through receivers and senders that do everything wrong.
import type { AddressInfo } from "node:net";
import { type Counterpart, MANY_MISHAPS, startCounterpart } from "@rettvei/demo";
import { afterAll, beforeAll, expect, test } from "vitest";
import { JOB_SCHEMA } from "../jobs/prepare-jobs.ts";
import { type Jobs, runJobs } from "../jobs/run-jobs.ts";
import { type Incoming, SAMPLE_UNIT, sendIncoming } from "../testing/loss/incoming.ts";
import { type Outgoing, writeOutgoing } from "../testing/loss/outgoing.ts";
import { type SeededApi, seededApi } from "../testing/seeded-api.ts";
import { ACTOR_HEADER, COORDINATOR } from "../testing/test-app.ts";
import { closeStores } from "../testing/test-store.ts";
import { outboxTasks } from "./outbox-tasks.ts";

closeStores("after all");

const MESSAGES = Number(process.env.RETTVEI_MESSAGES ?? 1_000);
const SEED = Number(process.env.RETTVEI_SEED ?? 1);
const INCOMING = Math.round(MESSAGES / 5);
const UNITS = ["u0", "u1", "u9"];
const SETTINGS = { attempts: 3, timeoutMs: 30_000 };
const OPERATOR = {
  [ACTOR_HEADER]: JSON.stringify({ ...COORDINATOR, role: "operator", unitIds: [] }),
};

/** A machine that has access to no patient. */
const RECEIVER = {
  [ACTOR_HEADER]: JSON.stringify({
    ...COORDINATOR,
    actorId: "receiver",
    kind: "machine",
    role: "referrer",
    unitIds: [],
  }),
};

interface Matter {
  readonly matter_id: string;
  readonly type: string;
  readonly state: string;
  readonly open: boolean;
  readonly unit_id: string | null;
  readonly due_on: string | null;
}

interface Told {
  readonly matter_id: string;
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
}

let seeded: SeededApi;
let counterpart: Counterpart;
let outgoing: readonly Outgoing[];
let incoming: readonly Incoming[];
let matters: readonly Matter[];
let told: ReadonlyMap<string, readonly Told[]>;
/** As people see them: by unit, everything that is open. */
const listed = new Map<string, { readonly state: string; readonly why: string | null }>();

async function tellAddresses(): Promise<void> {
  const book = [
    { partyId: "u0", unitId: "u0", numbers: [{ kind: "HER", number: "9900201" }] },
    { partyId: "u1", unitId: "u1", numbers: [{ kind: "HER", number: SAMPLE_UNIT }] },
    { partyId: "u9", unitId: "u9", numbers: [{ kind: "HER", number: "9900209" }] },
    {
      partyId: "old-unit",
      unitId: "u0",
      numbers: [{ kind: "HER", number: "8888888" }],
      closed: true,
    },
    { partyId: "intake", unitId: "u9" },
    { partyId: "good", url: counterpart.url, numbers: [{ kind: "HER", number: "9900101" }] },
    { partyId: "patient", url: counterpart.url },
    { partyId: "nobody-listens", url: "http://127.0.0.1:9/" },
    { partyId: "closed", url: counterpart.url, closed: true },
  ];
  for (const entry of book) {
    const whole = { name: entry.partyId, url: null, numbers: [], unitId: null, closed: false };
    const answer = await seeded.api.post("/api/addresses", { ...whole, ...entry }, OPERATOR);
    expect(answer.status).toBe(201);
  }
}

/** Waiting between attempts is cut short: hours would prove no more. */
function hurry(): Promise<unknown> {
  return seeded.store.database.asOwner((client) =>
    client.query(`UPDATE ${JOB_SCHEMA}._private_jobs SET run_at = now()
      WHERE run_at > now() AND locked_at IS NULL AND attempts < max_attempts`),
  );
}

async function jobsLeft(): Promise<number> {
  const { rows } = await seeded.store.database.pool.query(
    `SELECT count(*)::int AS count FROM ${JOB_SCHEMA}._private_jobs j
     JOIN ${JOB_SCHEMA}._private_tasks t ON t.id = j.task_id
     WHERE t.identifier = 'send-message' AND j.attempts < j.max_attempts`,
  );
  return rows[0].count;
}

async function untilDone(): Promise<void> {
  while ((await jobsLeft()) > 0) {
    await hurry();
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  await counterpart.settled();
}

/** Runs the jobs, ends them in the middle, and runs them again; the receiver is down for a while. */
async function sendAll(): Promise<void> {
  const { store } = seeded;
  const start = (): Promise<Jobs> => runJobs(store.database.pool, outboxTasks(store, SETTINGS));
  const first = await start();
  const half = outgoing.length / 2;
  while (counterpart.known.size < half / 2) await new Promise((resolve) => setTimeout(resolve, 50));
  counterpart.goDown();
  await new Promise((resolve) => setTimeout(resolve, 500));
  counterpart.comeUp();
  await first.stop();
  const second = await start();
  await untilDone();
  await second.stop();
}

async function readLists(): Promise<void> {
  for (const unitId of UNITS) {
    for (const list of ["messages", "received"] as const) {
      let after = "";
      do {
        const url = `/api/units/${unitId}/${list}?limit=200${after}`;
        const { body } = await seeded.api.get(url);
        for (const row of body[list]) {
          const id = list === "messages" ? row.messageId : row.receivedId;
          expect(listed.has(id)).toBe(false);
          listed.set(id, { state: row.state, why: row.trouble?.why ?? null });
        }
        after = body.next === null ? "" : `&after=${body.next}`;
      } while (after !== "");
    }
  }
}

async function readStore(): Promise<void> {
  const { pool } = seeded.store.database;
  const found = await pool.query<Matter>(
    "SELECT matter_id, type, state, open, unit_id, due_on::text FROM rettvei.matter WHERE type IN ('message', 'received')",
  );
  matters = found.rows;
  const facts = await pool.query<Told>(
    "SELECT matter_id, kind, body FROM rettvei.fact ORDER BY seq",
  );
  const byMatter = new Map<string, Told[]>();
  for (const fact of facts.rows) {
    byMatter.set(fact.matter_id, [...(byMatter.get(fact.matter_id) ?? []), fact]);
  }
  told = byMatter;
}

beforeAll(async () => {
  seeded = await seededApi();
  const { app } = seeded.api;
  await app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.server.address() as AddressInfo;
  const serviceUrl = `http://127.0.0.1:${port}/`;
  const headers = async () => RECEIVER;
  const mishaps = MANY_MISHAPS;
  counterpart = await startCounterpart({ serviceUrl, seed: SEED, mishaps, headers });
  await tellAddresses();

  outgoing = await writeOutgoing(seeded.store, MESSAGES - INCOMING);

  const [received] = await Promise.all([sendIncoming(seeded.api, INCOMING), sendAll()]);
  incoming = received;
  await readLists();
  await readStore();
}, 3_600_000);

afterAll(async () => {
  await counterpart.close();
  await seeded.api.app.close();
});

const stateOf = (id: string): string | undefined =>
  matters.find(({ matter_id }) => matter_id === id)?.state;

test(`of ${MESSAGES} messages none is without a visible state and an owner`, () => {
  const bare = matters.filter(({ unit_id, due_on }) => unit_id === null || due_on === null);
  expect(bare).toEqual([]);
  const open = matters.filter((matter) => matter.open);
  expect(open.filter(({ matter_id, state }) => listed.get(matter_id)?.state !== state)).toEqual([]);
  expect(listed.size).toBe(open.length);
  expect(open.length).toBeGreaterThan(MESSAGES / 10);
});

test("every message that was written is in one state, and every one that could not arrive says why", () => {
  const states = new Map(matters.map(({ matter_id, state }) => [matter_id, state]));
  const wrong = outgoing.filter(({ messageId, fate }) => {
    const state = states.get(messageId);
    if (fate === "reaches-the-receiver") return state === undefined;
    const expected = fate === "no-address" ? "written" : "failed";
    return state !== expected || listed.get(messageId)?.why !== fate;
  });
  expect(wrong).toEqual([]);
});

test("none is delivered or read without a receipt of its receiver, and every receipt that was taken counts", () => {
  const arrived = matters.filter(({ state }) => state === "delivered" || state === "read");
  const unproved = arrived.filter(({ matter_id }) => {
    const receipts = counterpart.known.get(matter_id)?.told ?? [];
    return !receipts.some((says) => says !== "refused");
  });
  expect(unproved).toEqual([]);
  expect(arrived.length).toBeGreaterThan(outgoing.length / 3);
  const unheard = [...counterpart.known].filter(
    ([id, { told: receipts }]) =>
      receipts.includes("delivered") && !["delivered", "read"].includes(stateOf(id) ?? ""),
  );
  expect(unheard).toEqual([]);
  const refused = [...counterpart.known].filter(([, { told: receipts }]) =>
    receipts.includes("refused"),
  );
  expect(refused.filter(([id]) => listed.get(id)?.why !== "refused-by-receiver")).toEqual([]);
});

test("what was sent and what the receiver has add up, message by message", () => {
  const has = (id: string, kind: string): boolean =>
    told.get(id)?.some((fact) => fact.kind === kind) === true;
  const ours = new Set(outgoing.map(({ messageId }) => messageId));
  expect([...counterpart.known.keys()].filter((id) => !ours.has(id))).toEqual([]);
  const sent = outgoing.filter(({ messageId }) => has(messageId, "message-sent"));
  const kept = [...counterpart.known].filter(([, known]) => known.kept).map(([id]) => id);
  expect(sent.filter(({ messageId }) => !kept.includes(messageId))).toEqual([]);
  // Kept, but the answer was lost each time: told as failed, or by a receipt as arrived or refused.
  const unanswered = kept.filter((id) => !has(id, "message-sent"));
  const silent = unanswered.filter(
    (id) => !has(id, "message-failed") && !has(id, "message-receipt"),
  );
  expect(silent).toEqual([]);
  expect([...counterpart.known.values()].some(({ times }) => times > 1)).toBe(true);
});

test("every message that came has one matter and one receipt, however often it was sent", () => {
  const received = matters.filter(({ type }) => type === "received");
  const strays = received.filter(
    ({ matter_id }) => told.get(matter_id)?.[0]?.body.kind === "receipt",
  );
  expect(received.length - strays.length).toBe(INCOMING);
  const unlike = incoming.filter(
    ({ answers }) => new Set(answers.map(({ status, text }) => `${status} ${text}`)).size !== 1,
  );
  expect(unlike).toEqual([]);
  const wrong = incoming.filter(({ mishap, answers: [first] }) => {
    if (mishap === "broken") return first?.status !== 400;
    const status = mishap === "unreadable" ? 'V="2"' : 'V="1"';
    return first?.status !== 200 || !first.text.includes(`<Status ${status}`);
  });
  expect(wrong).toEqual([]);
  expect(received.filter(({ open }) => !open)).toEqual([]);
});
