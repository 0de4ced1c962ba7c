// Knows how tests read an event file from memory, in pieces as a stream would give them.
import { readFileSync } from "node:fs";
import type { LogRecord } from "@rettvei/engine";
import { lineProblemText } from "../event-file/line-problem.ts";
import { type EventFile, readEventFile } from "../event-file/read-event-file.ts";
import { SAMPLE_VOCABULARY } from "./sample-vocabulary.ts";

/** Bytes in pieces of so many bytes. */
export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Reads text or bytes; in pieces of `size` bytes, all at once if not said. */
export function readText(
  format: "csv" | "ndjson",
  content: string | Uint8Array,
  size = Number.MAX_SAFE_INTEGER,
): Promise<EventFile> {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return readEventFile({ format, bytes: inPieces(bytes, size) }, SAMPLE_VOCABULARY);
}

/** Problems as a person sees them, without the name of the file. */
export function told({ problems }: Pick<EventFile, "problems">): readonly string[] {
  return problems.map((problem) => lineProblemText("", problem).slice(1));
}

export function recordsOf({ logs }: EventFile): readonly LogRecord[] {
  return logs.flatMap((log) => log.records);
}

export function recordIdsOf(file: EventFile): readonly string[] {
  return recordsOf(file).map((record) => record.recordId);
}

/** Text of a sample file of this package. */
export function sampleText(name: string): string {
  return readFileSync(new URL(`../../samples/${name}`, import.meta.url), "utf8");
}

const HEADER =
  "record_id,course_id,patient_id,pathway,unit_id,event,outcome,occurred_on,recorded_at," +
  "care_level,severity,granted_for,legal_deadline,condition,voids,corrects,code";

/** A good line of course `c1`, with the named columns changed; empty leaves a column out. */
export function csvLineWith(changes: Readonly<Record<string, string>> = {}): string {
  const values: Readonly<Record<string, string>> = {
    record_id: "r1",
    course_id: "c1",
    patient_id: "p1",
    pathway: "tsb",
    event: "evaluation",
    occurred_on: "2024-02-29",
    recorded_at: "2024-02-29T12:00:00Z",
    ...changes,
  };
  return HEADER.split(",")
    .map((column) => values[column] ?? "")
    .join(",");
}

/** A CSV file of these lines, with the header of all columns. */
export function csvFile(...lines: readonly string[]): string {
  return `${[HEADER, ...lines].join("\n")}\n`;
}
