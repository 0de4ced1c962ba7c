// Proves that what was answered survives a power cut, by a method that finds out a database which does not write through.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect } from "vitest";
import type { Product } from "../product.ts";
import { battery, sizeOf } from "./battery.ts";
import { doctor } from "./doctor.ts";
import { endAll, start } from "./kills.ts";
import { type LoopDisk, loopDisk, whyNoLoopDisk } from "./loop-disk.ts";
import type { Chance } from "./random.ts";
import { type Registrars, registrars } from "./registrars.ts";
import { asOwner, compare, NOTHING_WRONG } from "./stored-days.ts";

const CUTS = sizeOf("RETTVEI_POWER_CUTS", 2);
const PEOPLE = 8;
const SLOWEST_MS = 180_000;
const DISK_MB = 400;
const why = whyNoLoopDisk();

interface Bench {
  readonly disk: LoopDisk;
  readonly dataDir: string;
  readonly people: Registrars;
  product: Product | undefined;
}

/** All that were set up and not cleared, also those of a battery that failed. */
const benches: Bench[] = [];

/** PostgreSQL's programs, copied once beside the disks: their place does not matter to what is proved. */
let programs: string;

async function bench(): Promise<Bench> {
  const disk = loopDisk(DISK_MB);
  const dataDir = join(disk.folder, "data");
  mkdirSync(dataDir, { mode: 0o755 });
  for (const name of readdirSync(programs).filter((one) => one.startsWith("postgresql-")))
    symlinkSync(join(programs, name), join(dataDir, name));
  const on: Bench = {
    disk,
    dataDir,
    people: registrars(PEOPLE, () => on.product?.url ?? ""),
    product: undefined,
  };
  benches.push(on);
  return on;
}

async function clear(on: Bench): Promise<void> {
  benches.splice(benches.indexOf(on), 1);
  if (on.product !== undefined) await endAll(on.product, on.dataDir);
  on.disk.remove();
}

function answeredOf({ people }: Bench): number {
  return people.sent.filter(({ answered }) => answered).length;
}

/** Lets people register for a while, then ends everything at once and cuts the power. */
async function cutWhileWorking(on: Bench, by: Chance): Promise<void> {
  if (on.product === undefined) throw new Error("bug: nothing runs that could be cut off");
  await on.people.resume(PEOPLE);
  await sleep(by.between(0, 800));
  await endAll(on.product, on.dataDir);
  on.disk.cutPower();
  on.product = undefined;
  await on.people.pause();
}

describe.skipIf(why !== undefined)(`a power cut${why === undefined ? "" : ` (${why})`}`, () => {
  beforeAll(async () => {
    programs = mkdtempSync(join(tmpdir(), "rettvei-programs-"));
    await (await start(programs)).stop();
  });

  afterAll(async () => {
    for (const left of [...benches]) await clear(left);
    rmSync(programs, { recursive: true, force: true });
  });

  battery(`${CUTS} power cuts`, (CUTS + 1) * SLOWEST_MS, async (by) => {
    const on = await bench();
    let unanswered = 0;
    for (let round = 0; round < CUTS; round++) {
      on.product = await start(on.dataDir);
      await cutWhileWorking(on, by);
      on.product = await start(on.dataDir);
      const {
        unanswered: more,
        acknowledged: _,
        ...wrong
      } = await compare(on.dataDir, on.people.sent);
      expect({ round, ...wrong }).toEqual({ round, ...NOTHING_WRONG });
      unanswered += more;
      await on.product.stop();
    }
    on.product = await start(on.dataDir);
    await on.people.finish();
    const { acknowledged, unanswered: none, ...wrong } = await compare(on.dataDir, on.people.sent);
    expect({ acknowledged, none, ...wrong }).toEqual({
      acknowledged: on.people.sent.length,
      none: 0,
      ...NOTHING_WRONG,
    });
    expect(await doctor(on.dataDir)).toMatch(/^All \d+ hold\.$/);
    expect(acknowledged).toBeGreaterThan(CUTS);
    await clear(on);
    return `${acknowledged} acknowledged, 0 lost, 0 doubled, 0 without audit; ${unanswered} done before an answer that never came`;
  });

  battery(
    "the control, a power cut with fsync off, loses what was answered",
    2 * SLOWEST_MS,
    async (by) => {
      const on = await bench();
      on.product = await start(on.dataDir);
      await asOwner(on.dataDir, async (client) => {
        await client.query("CHECKPOINT");
        await client.query("ALTER SYSTEM SET fsync = off");
        await client.query("SELECT pg_reload_conf()");
      });
      await cutWhileWorking(on, by);
      const acknowledged = answeredOf(on);
      const lost = await lostWithout(on);
      expect(acknowledged).toBeGreaterThan(0);
      expect(lost).toBeGreaterThan(0);
      await clear(on);
      return `${lost} of ${acknowledged} acknowledged lost, as they must be`;
    },
  );
});

/** How many are lost, once the product may start again: all of them, if the database does not come up at all. */
async function lostWithout(on: Bench): Promise<number> {
  const settings = join(on.dataDir, "postgres/data/postgresql.auto.conf");
  writeFileSync(settings, readFileSync(settings, "utf8").replace(/^fsync.*$/m, ""));
  on.product = await start(on.dataDir).catch(() => undefined);
  if (on.product === undefined) return answeredOf(on);
  return (await compare(on.dataDir, on.people.sent)).lost.length;
}
