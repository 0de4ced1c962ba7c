// Knows how long work is shown on standard error, when it is a terminal.
import { Presets, SingleBar } from "cli-progress";

export interface Progress {
  update(done: number): void;
  stop(): void;
}

export const NO_PROGRESS: Progress = { update: () => undefined, stop: () => undefined };

/** A bar if the total is known, else a count. `what` names what is counted. */
export function progress(what: string, total: number | undefined): Progress {
  if (!process.stderr.isTTY) return NO_PROGRESS;
  const format =
    total === undefined
      ? `${what} {value}`
      : `${what} [{bar}] {percentage} % | {value}/{total} | {eta_formatted}`;
  const bar = new SingleBar(
    { format, stream: process.stderr, hideCursor: true, clearOnComplete: true, etaBuffer: 50 },
    Presets.shades_classic,
  );
  bar.start(total ?? 0, 0);
  return { update: (done) => bar.update(done), stop: () => bar.stop() };
}
