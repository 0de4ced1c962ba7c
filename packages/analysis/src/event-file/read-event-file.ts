// Knows how an event file is read: as a stream, every bad line told, the good ones kept.
import type { CourseLog } from "@rettvei/engine";
import { lineCheck } from "./check-line.ts";
import type { EventLine } from "./columns.ts";
import { gatherLogs } from "./gather-logs.ts";
import type { LineProblem } from "./line-problem.ts";
import type { ParquetFile } from "./open-parquet.ts";
import { readCsv } from "./read-csv.ts";
import { readNdjson } from "./read-ndjson.ts";
import { readParquet } from "./read-parquet.ts";
import type { EventFileVocabulary } from "./vocabulary.ts";

/** Where an event file comes from. Parquet needs reading at places, the others a stream. */
export type EventFileInput =
  | { readonly format: "csv" | "ndjson"; readonly bytes: AsyncIterable<Uint8Array> }
  | { readonly format: "parquet"; readonly file: ParquetFile };

export interface EventFile {
  /** By course id in text order. */
  readonly logs: readonly CourseLog[];
  /** By line; empty if the file is all good. */
  readonly problems: readonly LineProblem[];
  /** Lines that had the form of the file, their columns good or bad; without the header. */
  readonly lines: number;
}

function linesOf(
  input: EventFileInput,
  tell: (problem: LineProblem) => void,
): AsyncIterable<readonly EventLine[]> {
  switch (input.format) {
    case "csv":
      return readCsv(input.bytes, tell);
    case "ndjson":
      return readNdjson(input.bytes, tell);
    case "parquet":
      return readParquet(input.file, tell);
  }
}

/** Reads a whole event file. `onLines` is told how many lines were read so far. Never throws on bad lines. */
export async function readEventFile(
  input: EventFileInput,
  vocabulary: EventFileVocabulary,
  onLines?: (lines: number) => void,
): Promise<EventFile> {
  const problems: LineProblem[] = [];
  const tell = (problem: LineProblem): void => {
    problems.push(problem);
  };
  const check = lineCheck(vocabulary, tell);
  const gatherer = gatherLogs(tell);
  let lines = 0;
  for await (const batch of linesOf(input, tell)) {
    for (const line of batch) {
      const checked = check(line);
      if (checked !== undefined) gatherer.add(checked);
    }
    lines += batch.length;
    onLines?.(lines);
  }
  const logs = gatherer.finish();
  problems.sort((a, b) => a.line - b.line);
  return { logs, problems, lines };
}
