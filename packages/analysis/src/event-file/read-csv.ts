// Knows how lines of CSV become event lines. One record is one line: no field holds an end of line.
import Papa from "papaparse";
import { EVENT_COLUMNS, type EventColumn, type EventLine, INDISPENSABLE } from "./columns.ts";
import { type LineProblem, shown } from "./line-problem.ts";
import { MAX_LINE_LENGTH, type TextLine, textLines } from "./text-lines.ts";

/** What reading gives besides lines: problems, told as they are met. */
export type Tell = (problem: LineProblem) => void;

/** Fields of one line; undefined if its quotes do not close. */
function fieldsOf(text: string): readonly string[] | undefined {
  if (!text.includes('"')) return text.split(",");
  const parsed = Papa.parse<string[]>(text, { delimiter: ",", newline: "\n" });
  return parsed.errors.length === 0 ? parsed.data[0] : undefined;
}

/** For each place of an event column, the place of its field in the file. */
interface Header {
  readonly width: number;
  readonly fieldOf: readonly (number | undefined)[];
}

function isEventColumn(name: string): name is EventColumn {
  return (EVENT_COLUMNS as readonly string[]).includes(name);
}

/** The header; undefined if no line can be read with it. Unknown and repeated columns are told and passed over. */
function readHeader({ line, text }: TextLine, tell: Tell): Header | undefined {
  const names = (text === undefined ? undefined : fieldsOf(text)) ?? [];
  const fieldOf: (number | undefined)[] = EVENT_COLUMNS.map(() => undefined);
  names.forEach((raw, field) => {
    const name = raw.replace(/^\uFEFF/, "").trim();
    if (!isEventColumn(name)) {
      tell({
        line,
        column: name.slice(0, 60),
        expected: `a column of the event file`,
        found: shown(name),
      });
      return;
    }
    const place = EVENT_COLUMNS.indexOf(name);
    if (fieldOf[place] === undefined) fieldOf[place] = field;
    else tell({ line, column: name, expected: "each column once", found: "it again" });
  });
  const missing = INDISPENSABLE.filter(
    (name) => fieldOf[EVENT_COLUMNS.indexOf(name)] === undefined,
  );
  for (const column of missing) {
    tell({
      line,
      column,
      expected: "the column in the header",
      found: "none, so no line can be read",
    });
  }
  return missing.length === 0 ? { width: names.length, fieldOf } : undefined;
}

function readLine({ line, text }: TextLine, header: Header, tell: Tell): EventLine | undefined {
  const whole = (expected: string, found: string): undefined => {
    tell({ line, column: "", expected, found });
  };
  if (text === undefined) return whole(`at most ${MAX_LINE_LENGTH} characters`, "a longer line");
  const fields = fieldsOf(text);
  if (fields === undefined) return whole("quotes that close on the line", "an open quote");
  if (fields.length !== header.width) {
    return whole(`${header.width} fields, as in the header`, `${fields.length}`);
  }
  const values = header.fieldOf.map((field) => {
    const value = field === undefined ? undefined : fields[field];
    return value === "" ? undefined : value;
  });
  return { line, values };
}

/** Event lines in batches. A line that cannot be read is told and the next one read. */
export async function* readCsv(
  bytes: AsyncIterable<Uint8Array>,
  tell: Tell,
): AsyncGenerator<readonly EventLine[]> {
  let header: Header | undefined;
  for await (const batch of textLines(bytes)) {
    let lines = batch;
    if (header === undefined) {
      const [first, ...others] = batch;
      if (first === undefined) continue;
      header = readHeader(first, tell);
      if (header === undefined) return;
      lines = others;
    }
    const known = header;
    yield lines.flatMap((line) => readLine(line, known, tell) ?? []);
  }
  if (header === undefined) {
    tell({ line: 1, column: "", expected: "a header with the columns", found: "an empty file" });
  }
}
