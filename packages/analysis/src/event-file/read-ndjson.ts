// Knows how lines of NDJSON become event lines: one object a line, with the names of the CSV columns.
import { EVENT_COLUMNS, type EventLine, placeOf } from "./columns.ts";
import { type LineProblem, shown, unknownColumn } from "./line-problem.ts";
import type { Tell } from "./read-csv.ts";
import { MAX_LINE_LENGTH, type TextLine, textLines } from "./text-lines.ts";

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

/** The text of a value: of a text itself, of a whole number its figures. */
function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return Number.isSafeInteger(value) ? String(value) : undefined;
}

/** The object as an event line; names and values that cannot be one are told. */
function lineOf(line: number, object: Readonly<Record<string, unknown>>, tell: Tell): EventLine {
  const values: (string | undefined)[] = EVENT_COLUMNS.map(() => undefined);
  let told: Set<string> | undefined;
  const bad = (name: string, problem: LineProblem): void => {
    told = (told ?? new Set()).add(name);
    tell(problem);
  };
  for (const [name, value] of Object.entries(object)) {
    const place = placeOf(name);
    const text = textOf(value);
    if (place === undefined) bad(name, unknownColumn(line, name));
    else if (text !== undefined) values[place] = text === "" ? undefined : text;
    else if (value !== null) {
      const found = shown(JSON.stringify(value));
      bad(name, { line, column: name, expected: "a text, a whole number or null", found });
    }
  }
  return told === undefined ? { line, values } : { line, values, told };
}

function readLine({ line, text }: TextLine, tell: Tell): EventLine | undefined {
  if (text === undefined) {
    const expected = `at most ${MAX_LINE_LENGTH} characters`;
    tell({ line, column: "", expected, found: "a longer line" });
    return undefined;
  }
  const object = parseObject(text);
  if (object === undefined) {
    tell({ line, column: "", expected: "one JSON object", found: shown(text) });
    return undefined;
  }
  return lineOf(line, object, tell);
}

/** Event lines in batches. A line that cannot be read is told and the next one read. */
export async function* readNdjson(
  bytes: AsyncIterable<Uint8Array>,
  tell: Tell,
): AsyncGenerator<readonly EventLine[]> {
  for await (const batch of textLines(bytes)) {
    yield batch.flatMap((line) => readLine(line, tell) ?? []);
  }
}
