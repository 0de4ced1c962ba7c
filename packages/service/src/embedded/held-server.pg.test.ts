// Proves the life of the embedded server on real PostgreSQL: start, hold, crash, stop.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { dataFolder } from "../testing/data-folder.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { embeddedServer } from "./embedded-server.ts";
import { type HeldServer, holdServer } from "./held-server.ts";
import { isAlive, serverIsRunning } from "./running-server.ts";

const ignore = (): void => undefined;

async function query(server: HeldServer, text: string): Promise<readonly unknown[][]> {
  const client = new pg.Client(server.address);
  client.on("error", ignore);
  await client.connect();
  try {
    return (await client.query({ text, rowMode: "array" })).rows;
  } finally {
    await client.end().catch(ignore);
  }
}

function postmasterOf(dataDir: string): number {
  const file = readFileSync(join(dataDir, "postgres/data/postmaster.pid"), "utf8");
  return Number(file.split("\n")[0]);
}

async function untilAnswered(server: HeldServer, text: string): Promise<readonly unknown[][]> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await query(server, text);
    } catch (cause) {
      if (attempt > 100) throw cause;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

describe("an embedded server", () => {
  it("starts durable, checked and sorting Norwegian, in a folder closed to others", async () => {
    const dataDir = join(temporaryFolder(), "it's a folder");
    const server = await holdServer(dataDir, ignore);
    try {
      const [settings] = await query(
        server,
        "SELECT current_setting('fsync'), current_setting('synchronous_commit'), current_setting('data_checksums'), current_setting('listen_addresses')",
      );
      expect(settings).toEqual(["on", "on", "on", ""]);
      const sorted = await query(
        server,
        "SELECT x FROM unnest('{å,b,ø,a,æ,z}'::text[]) x ORDER BY 1",
      );
      expect(sorted.flat().join(" ")).toBe("a b z æ ø å");
      expect(statSync(join(dataDir, "postgres/data")).mode & 0o777).toBe(0o700);
      expect(statSync(join(dataDir, "postgres/password")).mode & 0o777).toBe(0o600);
    } finally {
      await server.release();
    }
  });

  it("works below a folder closed to others with a path too long for a socket", async () => {
    const dataDir = join(temporaryFolder(), "x".repeat(90), "data");
    const server = await holdServer(dataDir, ignore);
    try {
      expect(await query(server, "SELECT 1")).toEqual([[1]]);
    } finally {
      await server.release();
    }
  });

  it("is refused to a second user, by process number, and goes on serving the first", async () => {
    const dataDir = await dataFolder();
    const server = await holdServer(dataDir, ignore);
    try {
      await expect(holdServer(dataDir, ignore)).rejects.toMatchObject({
        code: "data-directory-in-use",
        message: expect.stringContaining(`process ${process.pid}`),
      });
      expect(await query(server, "SELECT 1")).toEqual([[1]]);
    } finally {
      await server.release();
    }
  });

  it("of two starts at once on an empty folder lets one win and refuses the other", async () => {
    const dataDir = await dataFolder();
    const both = await Promise.allSettled([
      holdServer(dataDir, ignore),
      holdServer(dataDir, ignore),
    ]);
    const won = both.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    const lost = both.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    await Promise.all(won.map((server) => server.release()));
    expect(won).toHaveLength(1);
    expect(lost).toEqual([expect.objectContaining({ code: "data-directory-in-use" })]);
  });

  it("comes back by itself after a kill, with every committed row", async () => {
    const dataDir = await dataFolder();
    const server = await holdServer(dataDir, ignore);
    try {
      await query(server, "CREATE TABLE kept (n int)");
      await query(server, "INSERT INTO kept VALUES (1), (2)");
      const before = postmasterOf(dataDir);
      process.kill(before, "SIGKILL");
      expect(await untilAnswered(server, "SELECT count(*)::int FROM kept")).toEqual([[2]]);
      expect(postmasterOf(dataDir)).not.toBe(before);
    } finally {
      await server.release();
    }
  });

  it("released right after a kill stays down", async () => {
    const dataDir = await dataFolder();
    const server = await holdServer(dataDir, ignore);
    process.kill(postmasterOf(dataDir), "SIGKILL");
    await new Promise((resolve) => setTimeout(resolve, 20));
    await server.release();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const runs = await serverIsRunning(join(dataDir, "postgres/data"), join(dataDir, "run"));
    expect(runs).toBe(false);
  });

  it("outlives a server whose folder was deleted under it", async () => {
    const dataDir = await dataFolder();
    await (await embeddedServer(dataDir)).ensureRunning();
    const deleted = postmasterOf(dataDir);
    rmSync(join(dataDir, "postgres"), { recursive: true });
    const server = await holdServer(dataDir, ignore);
    try {
      process.kill(deleted, "SIGINT");
      while (isAlive(deleted)) await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await query(server, "SELECT 1")).toEqual([[1]]);
    } finally {
      await server.release();
    }
  });

  it("starts where a killed server's process number now belongs to somebody else", async () => {
    const dataDir = await dataFolder();
    const first = await holdServer(dataDir, ignore);
    const pidFile = join(dataDir, "postgres/data/postmaster.pid");
    const text = readFileSync(pidFile, "utf8");
    await first.release();
    writeFileSync(pidFile, text.replace(/^\d+/, String(process.pid)));
    const second = await holdServer(dataDir, ignore);
    expect(await query(second, "SELECT 1")).toEqual([[1]]);
    await second.release();
  });

  it("refuses a folder made by a PostgreSQL that is not here", async () => {
    const dataDir = await dataFolder();
    mkdirSync(join(dataDir, "postgres/data"), { recursive: true });
    writeFileSync(join(dataDir, "postgres/data/PG_VERSION"), "9\n");
    await expect(holdServer(dataDir, ignore)).rejects.toMatchObject({ code: "data-directory" });
  });
});
