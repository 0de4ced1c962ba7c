// Knows how a stream of bytes becomes numbered lines of text, whatever the ends of lines.

/** A longer line is no record: it is told once and passed over. */
export const MAX_LINE_LENGTH = 65_536;

export interface TextLine {
  /** 1-based. */
  readonly line: number;
  /** Without the end of line; undefined if the line is longer than MAX_LINE_LENGTH. */
  readonly text: string | undefined;
}

/** Lines in batches, as they arrive; empty lines are left out. A byte order mark at the start is dropped. */
export async function* textLines(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly TextLine[]> {
  const decoder = new TextDecoder("utf-8");
  let rest = "";
  let tooLong = false;
  let line = 0;

  const take = (text: string, into: TextLine[]): void => {
    line++;
    const whole = text.endsWith("\r") ? text.slice(0, -1) : text;
    if (tooLong || whole.length > MAX_LINE_LENGTH) into.push({ line, text: undefined });
    else if (whole !== "") into.push({ line, text: whole });
    tooLong = false;
  };

  for await (const chunk of bytes) {
    const pieces = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = pieces.pop() ?? "";
    const batch: TextLine[] = [];
    for (const piece of pieces) take(piece, batch);
    // One more than a line may have: its last character may be half an end of line.
    if (rest.length > MAX_LINE_LENGTH + 1) {
      tooLong = true;
      rest = "";
    }
    if (batch.length > 0) yield batch;
  }
  const batch: TextLine[] = [];
  rest += decoder.decode();
  if (rest !== "" || tooLong) take(rest, batch);
  if (batch.length > 0) yield batch;
}
