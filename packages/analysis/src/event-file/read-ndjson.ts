// Knows how lines of NDJSON become event lines: one object a line, with the names of the CSV columns.
import { EVENT_COLUMNS, type EventLine } from "./columns.ts";
import { shown } from "./line-problem.ts";
import type { Tell } from "./read-csv.ts";
import { MAX_LINE_LENGTH, type TextLine, textLines } from "./text-lines.ts";

const PLACES: ReadonlyMap<string, number> = new Map(
  EVENT_COLUMNS.map((column, place) => [column, place]),
);

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

function readLine({ line, text }: TextLine, tell: Tell): EventLine | undefined {
  if (text === undefined) {
    tell({
      line,
      column: "",
      expected: `at most ${MAX_LINE_LENGTH} characters`,
      found: "a longer line",
    });
    return undefined;
  }
  const object = parseObject(text);
  if (object === undefined) {
    tell({ line, column: "", expected: "one JSON object", found: shown(text) });
    return undefined;
  }
  const values: (string | undefined)[] = new Array(EVENT_COLUMNS.length).fill(undefined);
  let good = true;
  for (const [name, value] of Object.entries(object)) {
    const place = PLACES.get(name);
    const empty = value === null || value === "";
    if (place === undefined) {
      tell({
        line,
        column: name.slice(0, 60),
        expected: "a column of the event file",
        found: shown(name),
      });
      good = false;
    } else if (typeof value === "string" || empty) {
      if (!empty) values[place] = value as string;
    } else {
      tell({ line, column: name, expected: "a text or null", found: shown(JSON.stringify(value)) });
      good = false;
    }
  }
  return good ? { line, values } : undefined;
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
