// Knows how an event file named on the command line is opened: which format, from where.
import { closeSync, createReadStream, openSync, readSync, statSync } from "node:fs";
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

const MARK_OF_UTF8 = "\u00ef\u00bb\u00bf";
/** As many bytes as tell the format: a byte order mark and one more, or Parquet's own mark. */
const TELLING = 4;

function byFirstBytes(bytes: Uint8Array): InputFormat {
  const start = Buffer.from(bytes.subarray(0, TELLING)).toString("latin1");
  if (start === "PAR1") return "parquet";
  return start.replace(MARK_OF_UTF8, "").startsWith("{") ? "ndjson" : "csv";
}

function firstBytesOf(file: string): Uint8Array {
  const bytes = Buffer.alloc(TELLING);
  const opened = openSync(file, "r");
  try {
    return bytes.subarray(0, readSync(opened, bytes, 0, TELLING, 0));
  } finally {
    closeSync(opened);
  }
}

async function* following(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** The pieces of a stream up to the one that tells the format. */
async function firstPieces(pieces: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let start: Uint8Array = new Uint8Array();
  while (start.length < TELLING) {
    const next = await pieces.next();
    if (next.done === true) break;
    start = Buffer.concat([start, next.value]);
  }
  return start;
}

async function streamed(
  stream: AsyncIterable<Uint8Array>,
  format: InputFormat | undefined,
): Promise<EventFileInput> {
  const pieces = stream[Symbol.asyncIterator]();
  const start = await firstPieces(pieces);
  const chosen = format ?? byFirstBytes(start);
  if (chosen !== "parquet") return { format: chosen, bytes: following(start, pieces) };
  const all: Uint8Array[] = [];
  for await (const piece of following(start, pieces)) all.push(piece);
  return { format: "parquet", file: parquetFromBytes(Buffer.concat(all)) };
}

/** Opens the file, or standard input for `-`. Throws BadInput if there is none to read. */
export async function openEventInput(
  file: string,
  format: InputFormat | undefined,
): Promise<EventFileInput> {
  if (file === "-") return streamed(process.stdin, format);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined || found.isDirectory()) {
    const got = found === undefined ? "no such file" : "a folder";
    throw new BadInput(`${file}: expected an event file, got ${got}`);
  }
  const named = format ?? BY_EXTENSION[extname(file).toLowerCase()];
  // A pipe can be read once only, and not at places.
  if (!found.isFile()) return streamed(createReadStream(file), named);
  const chosen = named ?? byFirstBytes(firstBytesOf(file));
  if (chosen === "parquet") return { format: chosen, file: await parquetFromDisk(file) };
  return { format: chosen, bytes: createReadStream(file, { highWaterMark: PIECE }) };
}
