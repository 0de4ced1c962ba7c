// Knows whether a PostgreSQL server is at work on a data directory, also where nothing buries dead processes.
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "../app-error.ts";

const PROC = "/proc";
const PID_FILE = "postmaster.pid";
const ORPHANS_WAIT_MS = 15_000;

function isServerIn(pid: string, directory: string): boolean {
  try {
    const name = readFileSync(join(PROC, pid, "comm"), "utf8").trim();
    return name === "postgres" && readlinkSync(join(PROC, pid, "cwd")) === directory;
  } catch {
    return false; // gone, a zombie, or another user's
  }
}

/** Servers and their children at work in the directory: it is the current one of each; a zombie has none. */
function serversIn(directory: string): ReadonlySet<number> {
  const real = realpathSync(directory);
  const pids = readdirSync(PROC).filter((name) => /^\d+$/.test(name));
  return new Set(pids.filter((pid) => isServerIn(pid, real)).map(Number));
}

function pidOnFile(dataDir: string): number | undefined {
  try {
    return Number(readFileSync(join(dataDir, PID_FILE), "utf8").split("\n")[0]);
  } catch {
    return undefined;
  }
}

/** Whether there is such a process that is not merely waiting to be buried. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    const stat = existsSync(PROC) ? readFileSync(join(PROC, String(pid), "stat"), "utf8") : "";
    return !/\) Z /.test(stat);
  } catch {
    return false;
  }
}

async function untilOrphansAreGone(dataDir: string): Promise<void> {
  const patience = Date.now() + ORPHANS_WAIT_MS;
  while (serversIn(dataDir).size > 0) {
    if (Date.now() > patience) {
      throw new AppError(
        "data-directory-in-use",
        `data directory: expected no process in ${dataDir}, got ${serversIn(dataDir).size} left from a killed server; end them first`,
      );
    }
    await sleep(100);
  }
}

/**
 * True if a server runs on the data directory. If none does, what a killed one left behind is cleared,
 * also where its process number is now a zombie's or somebody else's, which PostgreSQL cannot tell.
 */
export async function serverIsRunning(dataDir: string, socketDir: string): Promise<boolean> {
  const pid = pidOnFile(dataDir);
  if (!existsSync(PROC)) return pid !== undefined && isAlive(pid);
  if (pid !== undefined && serversIn(dataDir).has(pid)) return true;
  await untilOrphansAreGone(dataDir);
  if (pid !== undefined && pidOnFile(dataDir) === pid) {
    await rm(join(dataDir, PID_FILE), { force: true });
    await rm(join(socketDir, ".s.PGSQL.5432"), { force: true });
    await rm(join(socketDir, ".s.PGSQL.5432.lock"), { force: true });
  }
  return false;
}
