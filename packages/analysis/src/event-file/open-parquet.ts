// Knows how a Parquet file is opened for reading at places: from disk, or from bytes in memory.
import { type AsyncBuffer, asyncBufferFromFile } from "hyparquet";

export type ParquetFile = AsyncBuffer;

export function parquetFromDisk(path: string): Promise<ParquetFile> {
  return asyncBufferFromFile(path);
}

export function parquetFromBytes(bytes: Uint8Array): ParquetFile {
  const whole = new Uint8Array(bytes).buffer;
  return { byteLength: bytes.byteLength, slice: (start, end) => whole.slice(start, end) };
}
