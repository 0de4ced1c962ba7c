// Proves how a database comes to this program's schema: once, together or not at all, never backwards.
import type pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectedTo, type TestDatabase, testDatabase } from "../testing/test-cluster.ts";
import { knownMigrations, migrate, migration } from "./migrate.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase("empty");
});
afterEach(() => database.drop());

const STEPS = [
  migration("0001_first.sql", "CREATE TABLE rettvei.one (n int);"),
  migration("0002_second.sql", "CREATE TABLE rettvei.two (n int);"),
];

async function tables(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'rettvei' ORDER BY 1",
  );
  return rows.map(({ name }) => name);
}

describe("migrating", () => {
  it("applies every step of this program to an empty database, and nothing the second time", () =>
    connectedTo(database.address, async (client) => {
      const numbers = (await migrate(client)).map((step) => step.number);
      expect(numbers).toEqual(knownMigrations().map((step) => step.number));
      expect(numbers).toEqual(numbers.map((_, place) => place + 1));
      expect(await migrate(client)).toEqual([]);
    }));

  it("may be tried by many programs at once: each step is applied once", async () => {
    const tries = Array.from({ length: 6 }, () =>
      connectedTo(database.address, async (client) => (await migrate(client)).length),
    );
    const applied = (await Promise.all(tries)).sort((a, b) => b - a);
    expect(applied).toEqual([knownMigrations().length, 0, 0, 0, 0, 0]);
  });

  it("adds only the steps that are missing", () =>
    connectedTo(database.address, async (client) => {
      await migrate(client, STEPS.slice(0, 1));
      expect((await migrate(client, STEPS)).map((step) => step.name)).toEqual(["0002_second.sql"]);
    }));

  it("leaves nothing of a run of which one step fails", () =>
    connectedTo(database.address, async (client) => {
      const bad = migration("0003_bad.sql", "CREATE TABLE rettvei.three (n int); SELECT 1 / 0;");
      await expect(migrate(client, [...STEPS, bad])).rejects.toThrow("division by zero");
      expect(await tables(client)).toEqual([]);
    }));

  it("refuses a step that was changed after it was applied", () =>
    connectedTo(database.address, async (client) => {
      await migrate(client, STEPS);
      const changed = migration("0002_second.sql", "CREATE TABLE rettvei.two (n bigint);");
      await expect(migrate(client, [...STEPS.slice(0, 1), changed])).rejects.toMatchObject({
        code: "migration-changed",
        message: expect.stringContaining("0002_second.sql"),
      });
    }));

  it("takes the same step with other line ends for the same step", () =>
    connectedTo(database.address, async (client) => {
      const unix = migration("0001_first.sql", "CREATE TABLE rettvei.one (\n n int);");
      await migrate(client, [unix]);
      const windows = migration("0001_first.sql", "CREATE TABLE rettvei.one (\r\n n int);");
      expect(await migrate(client, [windows])).toEqual([]);
    }));

  it("refuses a database that a newer program has changed", () =>
    connectedTo(database.address, async (client) => {
      await migrate(client, STEPS);
      await expect(migrate(client, STEPS.slice(0, 1))).rejects.toMatchObject({
        code: "database-newer",
        message: expect.stringContaining("0002_second.sql"),
      });
    }));
});
