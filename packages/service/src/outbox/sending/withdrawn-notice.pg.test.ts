// Proves that a patient who wants no more notices gets none that is looked at after, in every order of the steps.
import type { CalendarDate } from "@rettvei/engine";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inTransaction } from "../../store/transaction.ts";
import { closePostBoxes, postBox } from "../../testing/post-box.ts";
import { type SeededApi, seededApi } from "../../testing/seeded-api.ts";
import { ACTOR_HEADER, COORDINATOR, type TestApp, testApp } from "../../testing/test-app.ts";
import { closeStores } from "../../testing/test-store.ts";
import { inTurns, orders, type Player, player, WRITING } from "../../testing/turns.ts";
import { writeMessage } from "../write-message.ts";
import { sendMessage } from "./send-message.ts";

closeStores("after all");
closePostBoxes();

const OPERATOR = {
  [ACTOR_HEADER]: JSON.stringify({ ...COORDINATOR, role: "operator", unitIds: [] }),
};
const SETTINGS = { attempts: 2, timeoutMs: 30_000 };
/** The job reads the message, then what the patient has chosen, and ends its first transaction. */
const SENDING = ["facts-of-matter", "COMMIT"];

let seeded: SeededApi;
let players: readonly [Player, Player];
let withdrawing: TestApp;
let watch: pg.Client;

beforeAll(async () => {
  seeded = await seededApi();
  const { database } = seeded.store;
  players = [player(database.requests), player(database.pool)];
  const requests = players[0].pool;
  withdrawing = await testApp({ ...seeded.store, database: { ...database, requests } });
  watch = new pg.Client(seeded.store.url);
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

function writeNotice(patientId: string): Promise<string> {
  const { store } = seeded;
  return inTransaction(store.database.pool, async (client) => {
    const notice = await writeMessage(
      { store, client, actor: COORDINATOR },
      {
        ...{ purpose: "patient-notice", channel: "notice", patientId, courseId: null },
        ...{ unitId: "u1", dueOn: "2024-03-22" as CalendarDate },
        to: { kind: "patient", address: "patient", name: "Pasienten" },
        content: { form: "notice", notice: "something-to-read" },
      },
    );
    return notice.matterId;
  });
}

async function stateOf(messageId: string): Promise<unknown> {
  const { rows } = await watch.query("SELECT state FROM rettvei.matter WHERE matter_id = $1", [
    messageId,
  ]);
  return rows[0]?.state;
}

/** Whether the patient's choice is on disk before the job looks at it: its second step. */
function isWithdrawnFirst(order: readonly (0 | 1)[]): boolean {
  return order.indexOf(1, order.indexOf(1) + 1) > order.lastIndexOf(0);
}

it("a notice is sent where it was looked at before the patient wanted none, and given up after", async () => {
  const box = await postBox();
  const entry = { partyId: "patient", name: "patient", numbers: [], unitId: null, closed: false };
  const told = await seeded.api.post("/api/addresses", { ...entry, url: box.url }, OPERATOR);
  expect(told.status).toBe(201);
  const { database } = seeded.store;
  const store = { ...seeded.store, database: { ...database, pool: players[1].pool } };
  let withdrawnFirst = 0;
  for (const [n, order] of orders(4, 3).entries()) {
    const patientId = `n${String(n % 12).padStart(2, "0")}-p1`;
    const actor = { ...COORDINATOR, actorId: patientId, role: "patient", unitIds: [], patientId };
    const own = { [ACTOR_HEADER]: JSON.stringify(actor) };
    const url = `/api/patients/${patientId}/notice-choice`;
    expect((await seeded.api.post(url, { by: "sms", language: "nn" }, own)).status).toBe(201);
    const messageId = await writeNotice(patientId);
    const withdraw = async (): Promise<number> =>
      (await withdrawing.post(url, { by: "none", language: "nn" }, own)).status;
    const send = async (): Promise<number> => {
      await sendMessage(store, SETTINGS, { messageId, attempt: 1 });
      return 0;
    };
    const before = box.taken.length;
    const [status] = await inTurns(players, [withdraw, send], order, blocked, [WRITING, SENDING]);
    const first = isWithdrawnFirst(order);
    expect([order.join(""), status, box.taken.length - before, await stateOf(messageId)]).toEqual([
      ...[order.join(""), 201, first ? 0 : 1, first ? "given-up" : "sent"],
    ]);
    withdrawnFirst += first ? 1 : 0;
  }
  expect(withdrawnFirst).toBeGreaterThan(1);
});
