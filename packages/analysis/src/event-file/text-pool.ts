// Knows the distinct texts of a column, each kept once under a number from 1; 0 is no text.
import {
  type SharedBytes,
  type SharedInts,
  sharedBytes,
  sharedInts,
  withRoom,
} from "./shared-array.ts";

/** The texts as bytes one after the other: plain data that every thread can read. */
export interface PooledTexts {
  readonly bytes: SharedBytes;
  /** Where the text of a number ends; it begins where the one before it ends. */
  readonly ends: SharedInts;
  /** How many texts there are: the highest number. */
  readonly count: number;
}

/** Takes texts and gives equal ones the same number. */
export interface TextPool {
  codeOf(text: string): number;
  /** Of a text in UTF-8, which stands from `start` to `end`. */
  codeOfBytes(utf8: Uint8Array, start: number, end: number): number;
  texts(): PooledTexts;
}

const FEW = 64;
const encoder = new TextEncoder();

/** FNV-1a. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}

export function textPool(): TextPool {
  let bytes = sharedBytes(FEW * 16);
  let ends = sharedInts(FEW);
  let count = 0;
  /** Numbers by hash, at most half full; 0 is a free place. */
  let places = new Int32Array(FEW * 2);
  let hashes = new Int32Array(FEW);

  const endOf = (code: number): number => ends[code] ?? 0;

  const rehash = (): void => {
    places = new Int32Array(places.length * 2);
    for (let code = 1; code <= count; code++) {
      let place = (hashes[code] ?? 0) & (places.length - 1);
      while (places[place] !== 0) place = (place + 1) & (places.length - 1);
      places[place] = code;
    }
  };

  const isText = (code: number, from: number, length: number): boolean => {
    const begin = endOf(code - 1);
    if (endOf(code) - begin !== length) return false;
    for (let at = 0; at < length; at++) if (bytes[begin + at] !== bytes[from + at]) return false;
    return true;
  };

  const take = (hash: number, to: number): number => {
    count++;
    ends = withRoom(ends, count + 1, sharedInts);
    ends[count] = to;
    if (count >= hashes.length) {
      const larger = new Int32Array(hashes.length * 2);
      larger.set(hashes);
      hashes = larger;
    }
    hashes[count] = hash;
    return count;
  };

  /** The number of the text that was written behind the last one; it stays there if it is new. */
  const codeOfWritten = (length: number): number => {
    const from = endOf(count);
    const hash = hashOf(bytes, from, from + length);
    let place = hash & (places.length - 1);
    for (let code = places[place] ?? 0; code !== 0; code = places[place] ?? 0) {
      if (hashes[code] === hash && isText(code, from, length)) return code;
      place = (place + 1) & (places.length - 1);
    }
    const code = take(hash, from + length);
    places[place] = code;
    if (count * 2 > places.length) rehash();
    return code;
  };

  return {
    codeOf: (text) => {
      if (text === "") return 0;
      const from = endOf(count);
      bytes = withRoom(bytes, from + text.length * 3, sharedBytes);
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        if (unit > 0x7f) {
          const { written } = encoder.encodeInto(text, bytes.subarray(from));
          return codeOfWritten(written);
        }
        bytes[from + at] = unit;
      }
      return codeOfWritten(text.length);
    },
    codeOfBytes: (utf8, start, end) => {
      const length = end - start;
      if (length === 0) return 0;
      const from = endOf(count);
      bytes = withRoom(bytes, from + length, sharedBytes);
      for (let at = 0; at < length; at++) bytes[from + at] = utf8[start + at] ?? 0;
      return codeOfWritten(length);
    },
    texts: () => ({ bytes, ends, count }),
  };
}

/** Reads texts by their number. */
export function textReader({ bytes, ends }: PooledTexts): (code: number) => string {
  const all = Buffer.from(bytes.buffer);
  return (code) => all.toString("utf8", ends[code - 1] ?? 0, ends[code] ?? 0);
}
