// Knows the ways in which a running product is killed, and waits for it to be well again after each.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Product, startProduct } from "../product.ts";
import { askAt, isWell } from "./asking.ts";
import type { Chance } from "./random.ts";
import { serverOf } from "./stored-days.ts";

export const KILLS = ["service", "at-commit", "database", "connection", "both"] as const;
export type Kill = (typeof KILLS)[number];

const PRELOAD = fileURLToPath(new URL("kill-at-commit.mjs", import.meta.url));
const COMMIT_PATIENCE_MS = 2_000;
const WELL_PATIENCE_MS = 120_000;

/** Started, and its people logged in. */
export async function start(dataDir: string): Promise<Product> {
  const NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ""} --import=${PRELOAD}`.trim();
  // A few courses: with them come the units that people register at.
  const product = await startProduct(dataDir, 5, { NODE_OPTIONS });
  await askAt(product.url);
  return product;
}

function childrenOf(pid: number): readonly number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
  return text.trim().split(" ").filter(Boolean).map(Number);
}

function isConnection(pid: number): boolean {
  // PostgreSQL names a process that serves a client by user and database.
  return readFileSync(`/proc/${pid}/cmdline`, "utf8").startsWith("postgres: rettvei rettvei");
}

/** Ends the process now; one that is gone already needs no end. */
function end(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ESRCH") throw cause;
  }
}

/** Whether the process is still at work; one that nobody has yet taken note of the end of is not. */
function runs(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

/** Ends the whole server at once: first who would start its children again. Answers who they were. */
function endServer(dataDir: string): readonly number[] {
  if (!existsSync(join(dataDir, "postgres/data/postmaster.pid"))) return [];
  const { pid } = serverOf(dataDir);
  const children = existsSync(`/proc/${pid}`) ? childrenOf(pid) : [];
  const all = [pid, ...children];
  for (const each of all) end(each);
  return all;
}

/** Ends service and server at once, and answers when they are gone: nothing of them writes or holds a disk any more. */
export async function endAll(product: Product, dataDir: string): Promise<void> {
  end(product.pid);
  const ended = endServer(dataDir);
  await product.ended;
  while (ended.some(runs)) await sleep(5);
}

/** Kills as told; the database's own kills leave the service running. */
export async function kill(how: Kill, product: Product, dataDir: string, { pick }: Chance) {
  switch (how) {
    case "service":
      end(product.pid);
      break;
    case "at-commit":
      process.kill(product.pid, "SIGUSR2");
      await Promise.race([product.ended, sleep(COMMIT_PATIENCE_MS)]);
      end(product.pid);
      break;
    case "database":
      end(serverOf(dataDir).pid);
      return;
    case "connection": {
      const connections = childrenOf(serverOf(dataDir).pid).filter(isConnection);
      if (connections.length > 0) end(pick(connections));
      return;
    }
    case "both":
      await endAll(product, dataDir);
      break;
  }
  await product.ended;
}

/** Waits until the service answers again. Rejects if it never does. */
export async function untilWell({ url, said }: Product): Promise<void> {
  const patience = Date.now() + WELL_PATIENCE_MS;
  while (!(await isWell(url))) {
    if (Date.now() > patience) throw new Error(`the service did not become well again: ${said()}`);
    await sleep(20);
  }
}
