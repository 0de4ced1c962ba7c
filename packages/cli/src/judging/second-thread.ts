// Knows the second thread from where it is started: when it pays, what it is given, what it hands over.
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { ThreadWork } from "./judging-thread.ts";
import type { JudgedPart, RowSetting } from "./part-judge.ts";

/** Lines from which on judging takes longer than starting a thread does. */
const MANY_LINES = 100_000;

export interface SecondThread {
  /** Told how many lines of the file were read; starts the thread once they are many. */
  onLines(lines: number): void;
  /** Lets the thread judge what it gets of the file, and ends when it has; at once if there is none. */
  work(work: ThreadWork, onPart: (part: JudgedPart) => void): Promise<void>;
}

export function secondThread(setting: RowSetting): SecondThread {
  let worker: Worker | undefined;
  return {
    onLines: (lines) => {
      if (worker !== undefined || lines < MANY_LINES || availableParallelism() < 2) return;
      worker = new Worker(new URL("./judging-thread.js", import.meta.url), { workerData: setting });
      // Should reading fail, a thread without work must not keep the program running.
      worker.unref();
    },
    work: async (work, onPart) => {
      if (worker === undefined) return;
      worker.ref();
      worker.on("message", onPart);
      worker.postMessage(work);
      await once(worker, "exit");
    },
  };
}
