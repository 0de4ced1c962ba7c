// Knows how much memory a process holds, from what the kernel tells. Linux only.
import { readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";

function kilobytes(text, name) {
  const [, value] = new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(text);
  return Number(value) * 1024;
}

/** Resident memory of a process in bytes, now and at most so far. */
export function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return { now: kilobytes(status, "VmRSS"), peak: kilobytes(status, "VmHWM") };
}

function isBelow(pid, folder) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
  } catch {
    return false; // ended meanwhile, or another user's
  }
}

/** Memory in bytes of all processes that work below the folder, what they share counted once. */
export function memoryOfServer(folder) {
  const real = realpathSync(folder);
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && isBelow(name, real));
  const shares = pids.map((pid) =>
    kilobytes(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"), "Pss"),
  );
  return shares.reduce((sum, share) => sum + share, 0);
}
