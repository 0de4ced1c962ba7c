// Knows how contenders are timed so that a busy moment of the machine meets all of them: in turns, round by round.
import { performance } from "node:perf_hooks";

/** Middle of the values; of an even number the mean of the two in the middle. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The value that the part `q` of the values do not exceed, by the nearest rank. */
export function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)];
}

/** Seconds on the clock and of all cores that the work took, with what it answered. */
export async function timed(work) {
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  const answer = await work();
  const wall = (performance.now() - before) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { answer, wall, cpu: (user + system) / 1e6 };
}

/**
 * Lets each contender `run` once unmeasured, then `rounds` times in turns, every other round backwards.
 * Gives what the measured runs gave, by the contender's name.
 */
export async function inTurns(contenders, rounds) {
  const runs = new Map(contenders.map(({ name }) => [name, []]));
  for (const { run } of contenders) await run();
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? contenders : [...contenders].reverse();
    for (const { name, run } of order) runs.get(name).push(await run());
  }
  return runs;
}
