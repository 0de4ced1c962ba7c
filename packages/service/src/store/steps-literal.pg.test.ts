// Proves that the database reads steps as they are written, and writes them the same way.
import { addDays, parseCalendarDate } from "@rettvei/engine";
import { expect, it } from "vitest";
import type { StepTaken } from "../judging/steps-taken.ts";
import { asOfStep } from "../testing/golden.ts";
import { connectedTo, testDatabase } from "../testing/test-cluster.ts";
import { closeStores, testStore } from "../testing/test-store.ts";
import { migrate } from "./migrate.ts";
import { stepsLiteral } from "./steps-literal.ts";

closeStores("after all");

const ODD = [
  "u1",
  "",
  " ",
  "a b",
  "a,b",
  "(a)",
  'a"b',
  "a\\b",
  '"',
  "\\",
  "{a}",
  "null",
  "æøå",
  "\n",
];

const steps: readonly StepTaken[] = [...ODD, null].map((unit, nr) => ({
  rule: `rule-${nr}`,
  on: addDays(parseCalendarDate("2026-06-01"), nr),
  days: nr,
  over: [true, false, null][nr % 3] ?? null,
  unit,
}));

it("steps are read as they were, and written by the database as by us", async () => {
  const { database } = await testStore();
  const { rows } = await database.pool.query(
    "SELECT to_jsonb($1::text::rettvei.step_taken[]) AS steps, $1::text::rettvei.step_taken[]::text AS text",
    [stepsLiteral(steps)],
  );
  expect(rows).toEqual([{ steps, text: stepsLiteral(steps) }]);
});

it("steps that were kept as text are the same values after an upgrade", async () => {
  const { address, drop } = await testDatabase("empty");
  const kept = await connectedTo(address, async (client) => {
    await asOfStep(client, 23);
    const text = "UPDATE rettvei.course_state SET steps = $1 WHERE course_id = 'c1'";
    await client.query(text, [JSON.stringify(steps)]);
    await migrate(client);
    const { rows } = await client.query(
      "SELECT steps::text AS steps, steps IS NULL AS none FROM rettvei.course_state ORDER BY course_id",
    );
    return rows;
  });
  await drop();
  expect(kept[0]).toEqual({ steps: stepsLiteral(steps), none: false });
  expect(kept.slice(1).every(({ none }) => none)).toBe(true);
});
