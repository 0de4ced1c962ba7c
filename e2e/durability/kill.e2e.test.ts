// Proves that nothing answered is lost and nothing is done twice, however service and database are killed.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect } from "vitest";
import type { Product } from "../product.ts";
import { battery, sizeOf } from "./battery.ts";
import { doctor } from "./doctor.ts";
import { endAll, KILLS, type Kill, kill, start, untilWell } from "./kills.ts";
import { registrars } from "./registrars.ts";
import { compare, NOTHING_WRONG } from "./stored-days.ts";

const TIMES = sizeOf("RETTVEI_KILLS", 10);
const PEOPLE = 8;
/** Answered at least before each kill. */
const WORK = 2;
const SLOWEST_MS = 60_000;

function middle(of: readonly number[]): number {
  return [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;
}

describe("a product killed again and again under load", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "rettvei-kill-"));
  let product: Product;

  beforeAll(async () => {
    product = await start(dataDir);
  });

  afterAll(async () => {
    if (product !== undefined) await endAll(product, dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  });

  battery(`${TIMES} kills`, TIMES * SLOWEST_MS, async (by) => {
    const people = registrars(PEOPLE, () => product.url);
    const [readyMs, done]: [number[], Record<string, number>] = [[], {}];
    let unanswered = 0;
    for (let round = 0; round < TIMES; round++) {
      const how: Kill = by.pick(KILLS);
      await people.resume(WORK);
      await sleep(by.between(50, 600));
      const pausing = people.pause();
      pausing.catch(() => undefined); // met below
      await sleep(by.between(0, 8));
      await kill(how, product, dataDir, by);
      const killedAt = Date.now();
      if (how !== "database" && how !== "connection") product = await start(dataDir);
      await untilWell(product);
      readyMs.push(Date.now() - killedAt);
      await pausing;
      const { unanswered: more, acknowledged: _, ...wrong } = await compare(dataDir, people.sent);
      expect({ round, how, ...wrong }).toEqual({ round, how, ...NOTHING_WRONG });
      unanswered += more;
      done[how] = (done[how] ?? 0) + 1;
    }
    await people.finish();
    const { acknowledged, unanswered: none, ...wrong } = await compare(dataDir, people.sent);
    expect({ acknowledged, none, ...wrong }).toEqual({
      acknowledged: people.sent.length,
      none: 0,
      ...NOTHING_WRONG,
    });
    expect(acknowledged).toBeGreaterThanOrEqual(TIMES * WORK);
    expect(await doctor(dataDir)).toMatch(/^All \d+ hold\.$/);
    const kinds = Object.entries(done).map(([how, times]) => `${times} ${how}`);
    const ready = `ready again in ${middle(readyMs)} ms (middle), ${Math.max(...readyMs)} ms (slowest)`;
    return `${kinds.join(", ")}; ${acknowledged} acknowledged, 0 lost, 0 doubled, 0 without audit; ${unanswered} done before an answer that never came; ${ready}`;
  });
});
