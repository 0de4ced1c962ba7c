// Proves that a database of any earlier step of the schema comes to this one without loss, also when it is killed on its way.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { RETENTION } from "../kept/retention.ts";
import { asOfStep, type Contents, columnsOf, contentsOf } from "../testing/golden.ts";
import { endPrograms } from "../testing/program.ts";
import { connectedTo, type TestDatabase, testDatabase, urlOf } from "../testing/test-cluster.ts";
import { judging } from "../testing/test-store.ts";
import { readPatientCourses } from "./course-logs.ts";
import { openDatabase } from "./database.ts";
import { knownMigrations, migrate } from "./migrate.ts";
import { refreshAll } from "./refresh-states.ts";

endPrograms();

const STEPS = knownMigrations().map(({ number }) => number);
const LAST = STEPS.at(-1) ?? 0;
const EARLIER = STEPS.slice(0, -1);
const KILLS = Number(process.env.RETTVEI_UPGRADE_KILLS ?? 10);

let database: TestDatabase | undefined;
afterEach(async () => {
  await database?.drop();
  database = undefined;
});

async function earlier(step: number): Promise<TestDatabase> {
  database = await testDatabase("empty");
  await connectedTo(database.address, (client) => asOfStep(client, step));
  return database;
}

async function stepOf(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query("SELECT max(number) AS step FROM rettvei.migration");
  return rows[0].step;
}

describe("the golden databases", () => {
  it("hold a row of every table that there is", async () => {
    const { address } = await earlier(LAST);
    const contents = await connectedTo(address, async (client) =>
      contentsOf(client, await columnsOf(client)),
    );
    const tables = Object.keys(RETENTION.tables).filter((table) => table !== "migration");
    expect(Object.keys(contents).sort()).toEqual(tables.sort());
    const empty = Object.keys(contents).filter((table) => contents[table]?.length === 0);
    expect({ "add to sql/golden": empty }).toEqual({ "add to sql/golden": [] });
  });
});

describe.each(EARLIER)("a database of step %i", (step) => {
  it("comes to this schema with every value of every row, once", async () => {
    const { address } = await earlier(step);
    await connectedTo(address, async (client) => {
      const columns = await columnsOf(client);
      const before = await contentsOf(client, columns);
      expect((await migrate(client)).map(({ number }) => number)).toEqual(
        STEPS.filter((number) => number > step),
      );
      expect(await contentsOf(client, columns)).toEqual(before);
      expect(await migrate(client)).toEqual([]);
      expect(await contentsOf(client, columns)).toEqual(before);
    });
  });

  it("is opened, judged and read by this program", async () => {
    const { address } = await earlier(step);
    const opened = await openDatabase("external", address);
    try {
      const store = { database: opened, judging, now: () => new Date("2026-06-30T10:00:00Z") };
      await refreshAll(store, "2026-06-30" as never);
      const courses = await opened.asOwner((client) =>
        readPatientCourses(client, ["p1", "p2", "p3"]),
      );
      const counts = courses.map(({ courseId, records }) => [courseId, records.length]);
      expect(counts).toEqual([
        ["c1", step < 5 ? 5 : 6],
        ["c2", 1],
        ["c3", 3],
        ["c4", 0],
      ]);
    } finally {
      await opened.close();
    }
  });
});

/** A program of its own that brings the database to this schema as the service does at its start. */
const UPGRADE = `
  const { openDatabase } = await import(process.argv[1]);
  console.log("begins");
  const database = await openDatabase("external", { url: process.argv[2] });
  console.log("done");
  await database.close();`;

const ENTRY = new URL("../../dist/store/database.js", import.meta.url).href;

/** Starts an upgrade and kills it so long after it has begun; answers for how long it ran, and whether it was done. */
async function upgradeKilledAfter(
  url: string,
  ms: number,
): Promise<{ readonly ms: number; readonly done: boolean }> {
  const args = ["--input-type=module", "--eval", UPGRADE, ENTRY, url];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  await once(child.stdout, "data");
  const began = Date.now();
  await Promise.race([sleep(ms), ended]);
  child.kill("SIGKILL");
  await ended;
  return { ms: Date.now() - began, done: said.includes("done") };
}

/** Kills the upgrade of a database of the first step, and holds what is left to all or nothing. */
async function killed(ms: number): Promise<{ readonly ms: number; readonly done: boolean }> {
  const { address, drop } = await earlier(1);
  const ran = await connectedTo(address, async (client) => {
    const columns = await columnsOf(client);
    const before: Contents = await contentsOf(client, columns);
    const result = await upgradeKilledAfter(urlOf(address), ms);
    expect([1, LAST]).toContain(await stepOf(client));
    expect(await contentsOf(client, columns)).toEqual(before);
    await (await openDatabase("external", address)).close();
    expect([await stepOf(client), await contentsOf(client, columns)]).toEqual([LAST, before]);
    return result;
  });
  await drop();
  database = undefined;
  return ran;
}

const WITHOUT_KILL_MS = 60_000;

describe("an upgrade that is killed", () => {
  const patience = { timeout: (KILLS + 1) * 60_000 };
  it(`leaves all of it or nothing, ${KILLS} times, and is done at last`, patience, async () => {
    const whole = await killed(WITHOUT_KILL_MS);
    expect(whole.done).toBe(true);
    let before = 0;
    for (let round = 0; round < KILLS; round++) {
      const { done } = await killed(Math.round((round / KILLS) * whole.ms));
      before += done ? 0 : 1;
    }
    expect(before).toBeGreaterThan(0);
    process.stdout.write(
      `upgrade: ${KILLS} kills, ${before} before it was done, 0 rows lost or changed … passed\n`,
    );
  });
});
