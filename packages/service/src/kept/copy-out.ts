// Knows how rows leave the database: by COPY, counted and hashed on their way.
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { writtenThrough } from "../disk/written-through.ts";

export interface Copied {
  readonly rows: number;
  readonly sha256: string;
}

const NEWLINE = 10;

function linesIn(chunk: Buffer): number {
  let lines = 0;
  for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) lines++;
  return lines;
}

/** The same text for the same rows, whatever the server's settings are. */
export async function pinFormats(client: pg.ClientBase): Promise<void> {
  await client.query(
    "SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET client_encoding = 'UTF8'",
  );
}

/** Sends the rows to `sink`, or nowhere; answers how many they are and their hash. */
export async function copyOut(
  client: pg.ClientBase,
  select: string,
  sink: Writable = new Writable({ write: (_, __, done) => done() }),
): Promise<Copied> {
  const hash = createHash("sha256");
  let rows = 0;
  const source = client.query(copyTo(`COPY (${select}) TO STDOUT`));
  await pipeline(
    source,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        rows += linesIn(chunk);
        yield chunk;
      }
    },
    sink,
  );
  return { rows, sha256: hash.digest("hex") };
}

/** Writes the rows to a new file, on disk when answered. */
export async function copyToFile(
  client: pg.ClientBase,
  select: string,
  path: string,
): Promise<Copied> {
  const copied = await copyOut(
    client,
    select,
    createWriteStream(path, { flags: "wx", mode: 0o600 }),
  );
  await writtenThrough(path);
  return copied;
}
