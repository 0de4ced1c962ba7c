// Knows how long work is shown on standard error, when it is a terminal.
import { Presets, SingleBar } from "cli-progress";

/** Told how much is done so far. */
export type Tell = (done: number) => void;

function formatOf(what: string, total: number | undefined): string {
  if (total === undefined) return `${what} {value}`;
  return `${what} [{bar}] {percentage} % | {value}/{total} | {eta_formatted}`;
}

/**
 * Does the work and shows meanwhile how far it is: a bar if the total is known, else a count.
 * `what` names what is counted. However the work ends, the bar goes, and does not keep the program running.
 */
export async function withProgress<T>(
  what: string,
  total: number | undefined,
  work: (tell: Tell) => Promise<T>,
): Promise<T> {
  if (!process.stderr.isTTY) return work(() => undefined);
  const format = formatOf(what, total);
  // The cursor stays where it is seen: a hidden one would not come back after Ctrl+C.
  const looks = { format, stream: process.stderr, clearOnComplete: true, etaBuffer: 50 };
  const bar = new SingleBar(looks, Presets.shades_classic);
  bar.start(total ?? 0, 0);
  try {
    return await work((done) => bar.update(done));
  } finally {
    bar.stop();
  }
}
