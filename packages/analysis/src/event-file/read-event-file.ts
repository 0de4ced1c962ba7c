// Knows how an event file is read: as a stream, every bad line told, the good ones kept.
import type { CourseLog } from "@rettvei/engine";
import type { EventLine } from "./columns.ts";
import { courseParts } from "./course-parts.ts";
import { type EventTableBuilder, eventTableBuilder } from "./event-table.ts";
import type { LineProblem } from "./line-problem.ts";
import type { ParquetFile } from "./open-parquet.ts";
import { readCsv, type Tell } from "./read-csv.ts";
import { readNdjson } from "./read-ndjson.ts";
import { readParquet } from "./read-parquet.ts";
import { partReader, type UncheckedFile } from "./read-part.ts";
import type { EventFileVocabulary } from "./vocabulary.ts";

/** Where an event file comes from. Parquet needs reading at places, the others a stream. */
export type EventFileInput =
  | { readonly format: "csv" | "ndjson"; readonly bytes: AsyncIterable<Uint8Array> }
  | { readonly format: "parquet"; readonly file: ParquetFile };

/** Told how many lines were read so far. */
export type OnLines = (lines: number) => void;

export interface ReadFile extends UncheckedFile {
  /** Of lines that could not be read at all, as they were found. */
  readonly problems: readonly LineProblem[];
}

export interface EventFile {
  /** By course id in text order. */
  readonly logs: readonly CourseLog[];
  /** By line; empty if the file is all good. */
  readonly problems: readonly LineProblem[];
  /** Lines that had the form of the file, their columns good or bad; without the header. */
  readonly lines: number;
}

async function* addedLines(
  batches: AsyncIterable<readonly EventLine[]>,
  builder: EventTableBuilder,
): AsyncGenerator<number> {
  for await (const batch of batches) {
    for (const line of batch) builder.addLine(line);
    yield batch.length;
  }
}

/** Puts the lines of the file into the table and gives how many at a time. */
function addAll(
  input: EventFileInput,
  builder: EventTableBuilder,
  tell: Tell,
): AsyncIterable<number> {
  switch (input.format) {
    case "csv":
      return addedLines(readCsv(input.bytes, tell), builder);
    case "ndjson":
      return addedLines(readNdjson(input.bytes, tell), builder);
    case "parquet":
      return readParquet(input.file, builder, tell);
  }
}

/** Reads a whole event file into parts, which are checked one by one. Never throws on bad lines. */
export async function readFileInParts(input: EventFileInput, onLines?: OnLines): Promise<ReadFile> {
  const problems: LineProblem[] = [];
  const builder = eventTableBuilder();
  let lines = 0;
  for await (const added of addAll(input, builder, (problem) => problems.push(problem))) {
    lines += added;
    onLines?.(lines);
  }
  const table = builder.table();
  return { table, parts: courseParts(table), problems };
}

/** Problems by line; those of one line in the order they were found. */
export function problemsByLine(
  found: readonly { readonly problems: readonly LineProblem[] }[],
): readonly LineProblem[] {
  return found.flatMap(({ problems }) => problems).sort((a, b) => a.line - b.line);
}

/** Reads a whole event file. Never throws on bad lines. */
export async function readEventFile(
  input: EventFileInput,
  vocabulary: EventFileVocabulary,
  onLines?: OnLines,
): Promise<EventFile> {
  const file = await readFileInParts(input, onLines);
  const readPart = partReader(file, vocabulary);
  const parts = Array.from({ length: file.parts.count }, (_, part) => readPart(part));
  return {
    logs: parts.flatMap((part) => part.logs),
    problems: problemsByLine([file, ...parts]),
    lines: file.table.rows,
  };
}
