// Knows how an event file named on the command line is opened: which format, from where.
import { createReadStream, openSync, readSync, statSync } from "node:fs";
import { extname } from "node:path";
import { type EventFileInput, parquetFromBytes, parquetFromDisk } from "@rettvei/analysis";
import { BadInput } from "../exit-codes.ts";

export const INPUT_FORMATS = ["csv", "ndjson", "parquet"] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];

const BY_EXTENSION: Readonly<Record<string, InputFormat>> = {
  ".csv": "csv",
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
  ".parquet": "parquet",
};

const PIECE = 1 << 18;

function byFirstBytes(bytes: Uint8Array): InputFormat {
  const start = Buffer.from(bytes.subarray(0, 4)).toString("latin1");
  if (start === "PAR1") return "parquet";
  return start.startsWith("{") ? "ndjson" : "csv";
}

function firstBytesOf(file: string): Uint8Array {
  const bytes = Buffer.alloc(4);
  const read = readSync(openSync(file, "r"), bytes, 0, 4, 0);
  return bytes.subarray(0, read);
}

async function* following(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function standardInput(format: InputFormat | undefined): Promise<EventFileInput> {
  const pieces: AsyncIterator<Uint8Array> = process.stdin[Symbol.asyncIterator]();
  const first = await pieces.next();
  const start: Uint8Array = first.done === true ? new Uint8Array() : first.value;
  const chosen = format ?? byFirstBytes(start);
  if (chosen !== "parquet") return { format: chosen, bytes: following(start, pieces) };
  const all: Uint8Array[] = [];
  for await (const piece of following(start, pieces)) all.push(piece);
  return { format: "parquet", file: parquetFromBytes(Buffer.concat(all)) };
}

/** Opens the file, or standard input for `-`. Throws BadInput if there is no such file. */
export async function openEventInput(
  file: string,
  format: InputFormat | undefined,
): Promise<EventFileInput> {
  if (file === "-") return standardInput(format);
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new BadInput(`${file}: expected an event file, got no such file`);
  }
  const chosen =
    format ?? BY_EXTENSION[extname(file).toLowerCase()] ?? byFirstBytes(firstBytesOf(file));
  if (chosen !== "parquet") {
    return { format: chosen, bytes: createReadStream(file, { highWaterMark: PIECE }) };
  }
  return { format: "parquet", file: await parquetFromDisk(file) };
}
