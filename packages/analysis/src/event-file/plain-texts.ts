// Knows how texts stand on a plain page of a Parquet column: each in UTF-8, behind its length of four bytes.

const LENGTH = 4;

/** One text after the other. */
export interface PlainTexts {
  /** Moves to the next text. Throws if the page ends before it does. */
  next(): void;
  start(): number;
  end(): number;
}

export function plainTexts(bytes: Uint8Array): PlainTexts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = 0;
  let end = 0;
  return {
    next: () => {
      start = end + LENGTH;
      end = start + view.getUint32(end, true);
      if (end > bytes.length) throw new Error("a text is longer than its page");
      start = startOfText(bytes, start, end);
    },
    start: () => start,
    end: () => end,
  };
}

/** Where a text in UTF-8 begins: behind a byte order mark, which is none of it. */
export function startOfText(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start] !== 0xef || end - start < 3) return start;
  return bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf ? start + 3 : start;
}
