// Knows what its own process has cost when it ends; preloaded into what is measured, told on descriptor 3.
import { readFileSync, writeSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const COST = 3;

/** Most memory held at once, in bytes. The kernel's own figure where there is one: the other one also counts the parent. */
function peakMemory() {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"));
    return Number(kilobytes) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

// A second thread loads this too; the figures are of the whole process, told once.
const tell = () => {
  const { user, system } = process.cpuUsage();
  writeSync(COST, JSON.stringify({ cpu: (user + system) / 1e6, peak: peakMemory() }));
};
if (isMainThread) process.on("exit", tell);
