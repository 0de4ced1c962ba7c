// Proves that who listens hears of a change at their units when it is kept, in ids of units only, until their session ends.
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onCommit } from "../store/on-commit.ts";
import { inTransaction } from "../store/transaction.ts";
import { type SeededApi, seededApi } from "../testing/seeded-api.ts";
import { ACTOR_HEADER, COORDINATOR } from "../testing/test-app.ts";
import { closeStores } from "../testing/test-store.ts";

closeStores("after all");
let api: SeededApi["api"];
let store: SeededApi["store"];
let address: string;

beforeAll(async () => {
  ({ api, store } = await seededApi());
  await api.app.listen({ port: 0, host: "127.0.0.1" });
  address = `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await api.app.close();
});

/** Opens a stream; `next` is what comes after what was read. */
async function listen(unitIds: readonly string[]) {
  const actor = JSON.stringify({ ...COORDINATOR, unitIds });
  const headers = { accept: "text/event-stream", [ACTOR_HEADER]: actor };
  const answer = await fetch(`${address}/api/changes`, { headers });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error("expected a stream");
  const next = async () => (await reader.read()).value;
  expect(await next()).toBe(": open\n\n");
  return { answer, next, close: () => reader.cancel() };
}

const evaluation = { event: "evaluation", occurredOn: "2024-03-18" };

describe("a stream of changes", () => {
  it("tells ids of units when a colleague has registered, and no cache keeps it", async () => {
    const { answer, next, close } = await listen(["u1"]);
    expect(answer.headers.get("content-type")).toContain("text/event-stream");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect((await api.register("n05-c1", [evaluation])).status).toBe(201);
    expect(await next()).toBe('data: {"unitIds":["u1"]}\n\n');
    await close();
  });

  it("tells nothing of other units, nor of what was refused", async () => {
    const elsewhere = await listen(["u9"]);
    const here = await listen(["u1"]);
    expect((await api.register("n06-c1", [{ ...evaluation, event: "no-such" }])).status).toBe(400);
    expect((await api.register("n06-c1", [evaluation])).status).toBe(201);
    expect(await here.next()).toBe('data: {"unitIds":["u1"]}\n\n');
    await api.app.close();
    // Both end with the service; the one elsewhere has heard nothing before.
    expect(await elsewhere.next()).toBeUndefined();
    expect(await here.next()).toBeUndefined();
  });
});

describe("what waits for a commit", () => {
  it("is done once it is kept, and never where it was not", async () => {
    const done: string[] = [];
    const { pool } = store.database;
    await inTransaction(pool, async (client) => {
      onCommit(client, () => done.push("kept"));
      expect(done).toEqual([]);
    });
    await inTransaction(pool, async (client) => {
      onCommit(client, () => done.push("lost"));
      throw new Error("still");
    }).catch(() => undefined);
    await inTransaction(pool, async () => undefined);
    expect(done).toEqual(["kept"]);
  });
});
