// Proves the whole service as a program: what it answered survives a kill, a restart and a second start.
import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { course } from "@rettvei/testkit";
import { afterEach, describe, expect, it } from "vitest";
import { verifyAuditAt } from "./audit/seal/verify-place.ts";
import { startService } from "./start-service.ts";
import { openDatabase } from "./store/database.ts";
import { loadPopulation } from "./store/load-population.ts";
import { dataFolder } from "./testing/data-folder.ts";
import { endPrograms, program, stop } from "./testing/program.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";
import { COORDINATOR } from "./testing/test-app.ts";
import { connectedTo, type TestDatabase, testDatabase, urlOf } from "./testing/test-cluster.ts";
import { asPopulation } from "./testing/test-store.ts";

endPrograms();

async function post(url: string, body: unknown, version?: string | null): Promise<number> {
  const { status } = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "idempotency-key": randomUUID(),
      ...(version ? { "if-match": version } : {}),
    },
    body: JSON.stringify(body),
  });
  return status;
}

/** Registers in the course as it is now. */
async function register(url: string, body: unknown): Promise<number> {
  const { headers } = await fetch(`${url}api/courses/c1`);
  return post(`${url}api/courses/c1/records`, body, headers.get("etag"));
}

async function recordIds(url: string): Promise<readonly string[]> {
  const answer = await fetch(`${url}api/courses/c1`);
  const { records } = (await answer.json()) as { records: readonly { recordId: string }[] };
  return records.map(({ recordId }) => recordId);
}

const OPENED = {
  courseId: "c1",
  patientId: "p1",
  pathway: "tsb",
  unitId: "u1",
  records: [{ recordId: "r0", event: "pathway-start", occurredOn: "2026-01-05" }],
};

function evaluation(n: number): unknown {
  return { records: [{ recordId: `r${n}`, event: "evaluation", occurredOn: "2026-02-01" }] };
}

describe("what was answered", () => {
  it("survives the kill of the service right after the answer, again and again", async () => {
    const dataDir = await dataFolder();
    const expected = ["r0"];
    for (let round = 1; round <= 2; round++) {
      const service = await program(dataDir);
      if (round === 1) expect(await post(`${service.said}api/courses`, OPENED)).toBe(201);
      expect(await recordIds(service.said)).toEqual(expected);
      expect(await register(service.said, evaluation(round))).toBe(201);
      await stop(service, "SIGKILL");
      expected.push(`r${round}`);
    }
    const last = await program(dataDir);
    expect(await recordIds(last.said)).toEqual(expected);
    await stop(last, "SIGTERM");
    const clean = await program(dataDir);
    expect(await recordIds(clean.said)).toEqual(expected);
  });
});

it("seals what was audited while it runs, and lays a checkpoint down elsewhere", async () => {
  const dataDir = await dataFolder();
  const checkpoints = join(dataDir, "checkpoints.txt");
  const service = await startService({ dataDir, port: 0, checkpoints });
  await fetch(`${service.url}api/units`);
  await expect.poll(() => existsSync(checkpoints), { timeout: 60_000 }).toBe(true);
  await service.close();
  const outside = readFileSync(checkpoints, "utf8");
  const found = await verifyAuditAt({ dataDir, databaseUrl: undefined }, { outside });
  expect(found).toMatchObject({ sealed: 1, unsealed: 0, outside: 1, faults: [] });
});

describe("a data directory", () => {
  it("in use is refused to a second program, which disturbs nothing", async () => {
    const dataDir = await dataFolder();
    const first = await program(dataDir);
    await post(`${first.said}api/courses`, OPENED);
    const second = await program(dataDir);
    expect(second.said).toMatch(/^refused: data-directory-in-use /);
    expect(second.said).toContain(`(process ${first.child.pid})`);
    expect(await recordIds(first.said)).toEqual(["r0"]);
    await stop(first, "SIGTERM");
    const third = await program(dataDir);
    expect(await recordIds(third.said)).toEqual(["r0"]);
  });
});

describe("starting", () => {
  let database: TestDatabase | undefined;
  afterEach(async () => {
    await database?.drop();
    database = undefined;
  });

  it.each([
    "0.0.0.0",
    "192.168.1.10",
    "::",
  ])("refuses to listen on %s without a real login", async (host) => {
    const start = startService({ dataDir: "/nowhere", port: 0, host });
    await expect(start).rejects.toMatchObject({
      code: "host-refused",
      message: expect.stringContaining("only with a real login"),
    });
  });

  it("on another PostgreSQL server leaves the data directory alone, and fills the store and tells of judging before the first request", async () => {
    database = await testDatabase("empty");
    const databaseUrl = urlOf(database.address);
    const log = course("tsb").with("pathway-start", "2026-01-05", { unitId: "u1" }).log;
    const shown: number[] = [];
    const service = await startService({
      dataDir: join(temporaryFolder(), "untouched"),
      port: 0,
      databaseUrl,
      now: () => new Date("2026-06-30T22:30:00Z"),
      prepare: async (store) => {
        await loadPopulation(store, asPopulation([log]));
        await store.database.pool.query("UPDATE rettvei.course_state SET judged_by = 'others'");
      },
      showJudging: (total, work) => {
        shown.push(total);
        return work((judged) => shown.push(judged));
      },
      authenticate: () => async () => COORDINATOR,
    });
    try {
      const health = await (await fetch(`${service.url}api/health`)).json();
      expect(shown).toEqual([1, 1]); // of one course, one
      // Half past ten in the evening by UTC is the next day in Oslo.
      expect(health).toMatchObject({ database: "external", asOf: "2026-07-01" });
      const { units } = (await (await fetch(`${service.url}api/units`)).json()) as {
        units: unknown[];
      };
      expect(units).toMatchObject([{ unitId: "u1", running: 1 }]);
    } finally {
      await service.close();
    }
  });

  it("refuses a server that may forget what it has answered", async () => {
    database = await testDatabase("empty");
    const { address } = database;
    const name = "url" in address ? new URL(address.url).pathname.slice(1) : address.database;
    await connectedTo(address, (client) =>
      client.query(`ALTER DATABASE ${name} SET synchronous_commit = off`),
    );
    await expect(openDatabase("external", address)).rejects.toMatchObject({
      code: "database-unsafe",
      message: expect.stringContaining("synchronous_commit"),
    });
  });
});
