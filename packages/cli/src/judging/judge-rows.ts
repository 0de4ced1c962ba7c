// Knows the way from an event file to verdict rows: read, judged part by part on the cores there are, written in order.
import { setImmediate } from "node:timers/promises";
import {
  csvLine,
  problemsByLine,
  readFileInParts,
  type UncheckedFile,
  VERDICT_COLUMNS,
} from "@rettvei/analysis";
import { type JudgeOptions, openJudging, tellBadLines } from "../judge-file.ts";
import { withProgress } from "../output/progress.ts";
import { writeOut } from "../output/write-output.ts";
import { type JudgedPart, partJudge, type RowFormat, type RowSetting } from "./part-judge.ts";
import { partQueue, takenParts } from "./part-queue.ts";
import { type SecondThread, secondThread } from "./second-thread.ts";

/** All parts by their number. Between two of its own this thread takes in what the other one hands over. */
async function judgedParts(
  setting: RowSetting,
  { table, parts }: UncheckedFile,
  second: SecondThread,
): Promise<readonly JudgedPart[]> {
  const file = { table, parts };
  const queue = partQueue();
  const done: JudgedPart[] = [];
  const keep = (judged: JudgedPart): void => {
    done[judged.part] = judged;
  };
  const judgeOwn = async (): Promise<void> => {
    const judgePart = partJudge(setting, file);
    for (const part of takenParts(queue, parts.count)) {
      keep(judgePart(part));
      await setImmediate();
    }
  };
  await Promise.all([second.work({ file, queue }, keep), judgeOwn()]);
  return done;
}

function* piecesOf(
  format: RowFormat,
  parts: readonly JudgedPart[],
): Generator<string | Uint8Array> {
  if (format === "csv") yield `${csvLine(VERDICT_COLUMNS)}\n`;
  for (const { rows } of parts) yield* rows;
}

/**
 * Judges a file and writes its verdict rows. Bad lines are told on standard error, before any row, and set
 * the exit code; the good ones go on.
 */
export async function judgeRows(
  path: string,
  options: JudgeOptions,
  format: RowFormat,
): Promise<void> {
  const { setting, input } = await openJudging(path, options);
  const rowSetting: RowSetting = { ...setting, format };
  const second = secondThread(rowSetting);
  const file = await withProgress("lines read", undefined, (tell) =>
    readFileInParts(input, (lines) => {
      tell(lines);
      second.onLines(lines);
    }),
  );
  const parts = await judgedParts(rowSetting, file, second);
  tellBadLines(path, problemsByLine([file, ...parts]));
  await writeOut(piecesOf(format, parts));
}
