// Proves that statements whose columns were described before answer as at first, whatever stands between.
import type pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeStores, testStore } from "../testing/test-store.ts";

closeStores("after all");
let client: pg.PoolClient;
let descriptions = 0;

beforeEach(async () => {
  client = await (await testStore()).database.requests.connect();
  descriptions = 0;
  client.connection.on("rowDescription", () => {
    descriptions += 1;
  });
});
afterEach(() => client.release(true));

const SUMS = {
  name: "sums",
  text: "SELECT n, n + $1::int AS sum, now() > '2020-01-01' AS late FROM generate_series(1, $2::int) n",
};

function sums(add: number, rows: number): Promise<pg.QueryResult<object>> {
  return client.query({ ...SUMS, values: [add, rows] });
}

const row = (n: number, sum: number) => ({ n, sum, late: true });

describe("a named statement", () => {
  it("answers the same with its columns told once", async () => {
    expect((await sums(1, 2)).rows).toEqual([row(1, 2), row(2, 3)]);
    const { rows, rowCount, fields } = await sums(10, 1);
    expect(rows).toEqual([row(1, 11)]);
    expect(rowCount).toBe(1);
    expect(fields.map(({ name }) => name)).toEqual(["n", "sum", "late"]);
    expect((await sums(0, 0)).rows).toEqual([]);
    expect(descriptions).toBe(1);
  });

  it("answers its own rows where others are sent before it is answered", async () => {
    await sums(0, 1);
    const other = { name: "other", text: "SELECT $1::text AS word", values: ["ord"] };
    const none = { name: "none", text: "SELECT set_config('a.b', $1, true) WHERE false" };
    const answers = await Promise.all([
      sums(1, 1),
      client.query(other),
      client.query({ ...none, values: ["c"] }),
      client.query("SELECT 'unnamed' AS word"),
      client.query(other),
      sums(2, 1),
    ]);
    const found = answers.map(({ rows }) => rows);
    const word = [{ word: "ord" }];
    expect(found).toEqual([[row(1, 2)], word, [], [{ word: "unnamed" }], word, [row(1, 3)]]);
  });

  it("fails by itself, and answers afterwards", async () => {
    const divided = { name: "divided", text: "SELECT 6 / $1::int AS part" };
    const by = (value: unknown) => client.query({ ...divided, values: [value] });
    await expect(by(0)).rejects.toMatchObject({ code: "22012" });
    expect((await by(2)).rows).toEqual([{ part: 3 }]);
    const [failed, good] = await Promise.allSettled([by(0), by(3)]);
    expect(failed).toMatchObject({ reason: { code: "22012" } });
    expect(good).toMatchObject({ value: { rows: [{ part: 2 }] } });
  });

  it("is there for the next that asks, where a value could not be written", async () => {
    const unwritable = {
      toPostgres: () => {
        throw new Error("no such value");
      },
    };
    for (const name of ["written", "written-later"]) {
      const asked = { name, text: "SELECT $1::text AS word" };
      const by = (value: unknown) => client.query({ ...asked, values: [value] });
      if (name === "written") expect((await by("first")).rows).toEqual([{ word: "first" }]);
      await expect(by(unwritable)).rejects.toThrow("no such value");
      expect((await by("second")).rows).toEqual([{ word: "second" }]);
      const both = await Promise.allSettled([by(unwritable), by("third")]);
      expect(both).toMatchObject([
        { status: "rejected" },
        { status: "fulfilled", value: { rows: [{ word: "third" }] } },
      ]);
    }
  });

  it("that answers no rows says how many it wrote", async () => {
    await client.query("CREATE TEMPORARY TABLE word (word text)");
    const write = { name: "write", text: "INSERT INTO word VALUES ($1)", values: ["ord"] };
    for (let time = 0; time < 3; time++) expect((await client.query(write)).rowCount).toBe(1);
    expect(descriptions).toBe(0);
  });
});
