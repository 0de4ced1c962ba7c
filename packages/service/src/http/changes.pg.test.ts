// Proves that who listens hears of a change at their units when it is kept, in ids of units only, until their session
// ends; in whatever process of the service it was kept.
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../store/database.ts";
import { onCommit } from "../store/on-commit.ts";
import { inTransaction } from "../store/transaction.ts";
import { type SeededApi, seededApi } from "../testing/seeded-api.ts";
import { ACTOR_HEADER, COORDINATOR, type TestApp, testApp } from "../testing/test-app.ts";
import { closeStores } from "../testing/test-store.ts";

closeStores("after all");
let api: SeededApi["api"];
let store: SeededApi["store"];
let address: string;
let other: { readonly address: string; close(): Promise<void> };

async function served({ app }: TestApp): Promise<string> {
  await app.listen({ port: 0, host: "127.0.0.1" });
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
}

/** A second service on the same database, with connections of its own. */
async function otherService(): Promise<typeof other> {
  const database = await openDatabase("external", { url: store.url });
  const second = await testApp({ ...store, database });
  const close = async (): Promise<void> => {
    await second.app.close();
    await database.close();
  };
  return { address: await served(second), close };
}

beforeAll(async () => {
  ({ api, store } = await seededApi());
  address = await served(api);
  other = await otherService();
});
afterAll(async () => {
  await api.app.close();
  await other.close();
});

/** Opens a stream; `next` is what comes after what was read. */
async function listen(unitIds: readonly string[], at = address) {
  const actor = JSON.stringify({ ...COORDINATOR, unitIds });
  const headers = { accept: "text/event-stream", [ACTOR_HEADER]: actor };
  const answer = await fetch(`${at}/api/changes`, { headers });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error("expected a stream");
  const next = async () => (await reader.read()).value;
  expect(await next()).toBe(": open\n\n");
  return { answer, next, close: () => reader.cancel() };
}

const evaluation = { event: "evaluation", occurredOn: "2024-03-18" };

describe("a stream of changes", () => {
  it("tells of what another process of the service has kept", async () => {
    const { next, close } = await listen(["u1"], other.address);
    expect((await api.register("n07-c1", [evaluation])).status).toBe(201);
    expect(await next()).toBe('data: {"unitIds":["u1"]}\n\n');
    await close();
  });

  it("tells of all its units when the database may have told something unheard", async () => {
    const { next, close } = await listen(["u1", "u9"]);
    await store.database.asOwner((client) =>
      client.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'rettvei live'",
      ),
    );
    expect(await next()).toBe('data: {"unitIds":["u1","u9"]}\n\n');
    await close();
  });

  it("tells of all its units where more have changed than a notice can name", async () => {
    const { next, close } = await listen(["u1"]);
    store.database.changes.tell(Array.from({ length: 2_000 }, (_, n) => `far-${n}`));
    expect(await next()).toBe('data: {"unitIds":["u1"]}\n\n');
    await close();
  });

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
