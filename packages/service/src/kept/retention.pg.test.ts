// Proves that nothing is kept of which nobody has said why and for how long.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { closeStores, type TestStore, testStore } from "../testing/test-store.ts";
import { KEPT_TABLES } from "./kept-tables.ts";
import { RETENTION } from "./retention.ts";

closeStores("after all");

const { classes, kinds, tables } = RETENTION;
let store: TestStore;
beforeAll(async () => {
  store = await testStore();
});

async function pairs(sql: string): Promise<readonly string[]> {
  const { rows } = await store.database.asOwner((client) => client.query<{ pair: string }>(sql));
  return rows.map(({ pair }) => pair);
}

describe("the register of what is kept", () => {
  it("names each column of each table of the database, and none that is not there", async () => {
    const there = await pairs(`
      SELECT relname || '.' || attname AS pair FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
      WHERE relnamespace = 'rettvei'::regnamespace AND relkind IN ('r', 'p', 'm') AND attnum > 0 AND NOT attisdropped`);
    const registered = Object.entries(tables).flatMap(([table, { columns }]) =>
      Object.keys(columns).map((column) => `${table}.${column}`),
    );
    const missing = there.filter((pair) => !registered.includes(pair));
    const gone = registered.filter((pair) => !there.includes(pair));
    expect({ "add to retention.json": missing, "take from retention.json": gone }).toEqual({
      "add to retention.json": [],
      "take from retention.json": [],
    });
  });

  it("gives each table a class, and each column a kind and a purpose", () => {
    for (const [table, { class: own, purpose, columns }] of Object.entries(tables)) {
      expect([table, own in classes, purpose.endsWith(".")]).toEqual([table, true, true]);
      for (const [column, [kind, why]] of Object.entries(columns))
        expect([table, column, kind in kinds, why.length > 0]).toEqual([table, column, true, true]);
    }
  });

  it("says of the same tables that they are append-only as the database does", async () => {
    const guarded = await pairs(
      `SELECT DISTINCT relname AS pair FROM pg_trigger JOIN pg_class ON tgrelid = pg_class.oid
       WHERE tgfoid = 'rettvei.refuse_change()'::regprocedure`,
    );
    const registered = Object.keys(tables).filter((table) => tables[table]?.appendOnly);
    expect(registered.sort()).toEqual([...guarded].sort());
  });

  it("keeps what is clinical, who looked at it and who may, in every backup; and what is short-lived in none", () => {
    const inBackup = KEPT_TABLES.map(({ name }) => name);
    const classOf = (table: string): string => tables[table]?.class ?? "none";
    const lasting = Object.keys(tables).filter((table) =>
      ["clinical", "access-log", "organisation"].includes(classOf(table)),
    );
    expect(inBackup).toEqual(expect.arrayContaining(lasting));
    expect(
      inBackup.filter((table) => ["derived", "session", "proof", "draft"].includes(classOf(table))),
    ).toEqual([]);
  });

  it("names the code that removes what is removed", () => {
    const files = Object.values(classes).flatMap(({ removedBy }) =>
      removedBy?.startsWith("src/") ? [removedBy] : [],
    );
    expect(files).toHaveLength(4);
    for (const file of files)
      expect([file, existsSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)))]).toEqual([
        file,
        true,
      ]);
  });
});
