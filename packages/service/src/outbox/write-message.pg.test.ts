// A message and the job that sends it are written together or not at all, by a role with no right to change either's past.
import type { CalendarDate } from "@rettvei/engine";
import { describe, expect, it } from "vitest";
import { factsOfMatter } from "../facts/read-facts.ts";
import { JOB_SCHEMA } from "../jobs/prepare-jobs.ts";
import { inTransaction } from "../store/transaction.ts";
import { COORDINATOR } from "../testing/test-app.ts";
import { closeStores, type TestStore, testStore } from "../testing/test-store.ts";
import { type NewMessage, writeMessage } from "./write-message.ts";

closeStores("after each");

const MESSAGE: NewMessage = {
  purpose: "plan-feedback",
  channel: "xml",
  to: { kind: "gp", address: "9900101", name: "Lykkebo legekontor" },
  patientId: null,
  courseId: null,
  unitId: "u1",
  dueOn: "2026-07-03" as CalendarDate,
  content: {
    form: "plan-feedback",
    news: "plan-made",
    text: "Planen er laget.",
    author: { givenName: "Odd", familyName: "Elvestrand", telephone: "00000009" },
  },
};

async function jobs({ database }: TestStore): Promise<number> {
  const { rows } = await database.pool.query(
    `SELECT count(*)::int AS count FROM ${JOB_SCHEMA}._private_jobs`,
  );
  return rows[0].count;
}

describe("a message", () => {
  it("stands as written with its unit, and its job is there", async () => {
    const store = await testStore();
    const written = await inTransaction(store.database.pool, (client) =>
      writeMessage({ store, client, actor: COORDINATOR }, MESSAGE),
    );
    const { rows } = await store.database.pool.query(
      "SELECT state, open, unit_id, due_on::text FROM rettvei.matter WHERE matter_id = $1",
      [written.matterId],
    );
    expect(rows).toEqual([{ state: "written", open: true, unit_id: "u1", due_on: "2026-07-03" }]);
    expect(await jobs(store)).toBe(1);
  });

  it("is not there, and its job is not, where its cause fails", async () => {
    const store = await testStore();
    let matterId = "";
    const failing = inTransaction(store.database.pool, async (client) => {
      ({ matterId } = await writeMessage({ store, client, actor: COORDINATOR }, MESSAGE));
      throw new Error("the cause failed");
    });
    await expect(failing).rejects.toThrow("the cause failed");
    expect(await factsOfMatter(store.database.pool, matterId)).toEqual([]);
    expect(await jobs(store)).toBe(0);
  });
});
