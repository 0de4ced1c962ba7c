// Measures how much of what nobody had a reason to look up the log control finds, and how much else it has people look into.

import { parseCalendarDate } from "@rettvei/engine";
import { expect, it } from "vitest";
import { readSigns } from "../store/signs-of-access.ts";
import { inTransaction } from "../store/transaction.ts";
import { keepMonth } from "../testing/accesses/keep-month.ts";
import { FIRST_DAY } from "../testing/accesses/month.ts";
import { closeStores, testStore } from "../testing/test-store.ts";
import { signsOf } from "./signs.ts";

closeStores("after all");

/** The full size is `RETTVEI_LOG_ACCESSES=1000000`; the share of snooping is the same at any. */
const ACCESSES = Number(process.env.RETTVEI_LOG_ACCESSES ?? 60_000);
const SNOOPING = ACCESSES >= 1_000_000 ? 200 : 60;
const SEED = Number(process.env.RETTVEI_LOG_SEED ?? 11);

it(`finds at least 95 of 100 accesses without a reason among ${ACCESSES}, and has at most 1 of 100 looked into`, {
  timeout: 900_000,
}, async () => {
  const store = await testStore("2026-03-30");
  const { pool, asOwner } = store.database;
  const { organisation, accesses, snooped } = await asOwner((client) =>
    keepMonth(client, { accesses: ACCESSES, snooping: SNOOPING, seed: SEED }),
  );
  const started = performance.now();
  const rows = await inTransaction(pool, (client) =>
    readSigns(client, {
      organisation,
      from: parseCalendarDate(FIRST_DAY),
      before: parseCalendarDate("2026-03-30"),
    }),
  );
  const seconds = (performance.now() - started) / 1_000;
  const flagged = new Set(rows.flatMap(({ entries }) => entries.map(Number)));
  const found = [...snooped.keys()].filter((seq) => flagged.has(seq));
  const bySign = new Map<string, number>();
  for (const row of rows)
    for (const { sign } of signsOf(row)) bySign.set(sign, (bySign.get(sign) ?? 0) + row.looks);
  const missed = new Map<string, number>();
  for (const [seq, why] of snooped)
    if (!flagged.has(seq)) missed.set(why, (missed.get(why) ?? 0) + 1);
  const recall = found.length / snooped.size;
  const share = flagged.size / accesses;
  console.log(
    `LOG CONTROL: ${found.length} of ${snooped.size} found (${(100 * recall).toFixed(1)} %), ${flagged.size} of ${accesses} accesses looked into (${(100 * share).toFixed(2)} %), ${seconds.toFixed(1)} s; by sign ${JSON.stringify(Object.fromEntries(bySign))}; missed ${JSON.stringify(Object.fromEntries(missed))}`,
  );
  expect(recall).toBeGreaterThanOrEqual(0.95);
  expect(share).toBeLessThanOrEqual(0.01);
});
