// Knows the second thread: it waits for a file, judges the parts it gets, hands them over and ends.
import { parentPort, workerData } from "node:worker_threads";
import type { UncheckedFile } from "@rettvei/analysis";
import { partJudge, type RowSetting } from "./part-judge.ts";
import { type PartQueue, takenParts } from "./part-queue.ts";

/** What the thread is given when the file has been read. */
export interface ThreadWork {
  readonly file: UncheckedFile;
  readonly queue: PartQueue;
}

const setting = workerData as RowSetting;

parentPort?.once("message", ({ file, queue }: ThreadWork) => {
  const judgePart = partJudge(setting, file);
  for (const part of takenParts(queue, file.parts.count)) {
    const judged = judgePart(part);
    const handedOver = judged.rows.map((piece) => piece.buffer);
    parentPort?.postMessage(judged, handedOver);
  }
});
