// Knows how lines of CSV become event lines. One record is one line: no field holds an end of line.
import Papa from "papaparse";
import { EVENT_COLUMNS, type EventLine, INDISPENSABLE, PLACE, placeOf } from "./columns.ts";
import { type LineProblem, missingColumn, unknownColumn } from "./line-problem.ts";
import { MAX_LINE_LENGTH, type TextLine, textLines } from "./text-lines.ts";

/** What reading gives besides lines: problems, told as they are met. */
export type Tell = (problem: LineProblem) => void;

/** Fields of one line; undefined if a quote is where none can be. */
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

/** The header; undefined if no line can be read with it. Unknown and repeated columns are told and passed over. */
function readHeader({ line, text }: TextLine, tell: Tell): Header | undefined {
  const names = (text === undefined ? undefined : fieldsOf(text)) ?? [];
  const fieldOf: (number | undefined)[] = EVENT_COLUMNS.map(() => undefined);
  names.forEach((raw, field) => {
    const name = raw.trim();
    const place = placeOf(name);
    if (place === undefined) tell(unknownColumn(line, name));
    else if (fieldOf[place] === undefined) fieldOf[place] = field;
    else tell({ line, column: name, expected: "each column once", found: "it again" });
  });
  const missing = INDISPENSABLE.filter((name) => fieldOf[PLACE[name]] === undefined);
  for (const column of missing) tell(missingColumn(line, column));
  return missing.length === 0 ? { width: names.length, fieldOf } : undefined;
}

function readLine({ line, text }: TextLine, header: Header, tell: Tell): EventLine | undefined {
  const whole = (expected: string, found: string): undefined => {
    tell({ line, column: "", expected, found });
  };
  if (text === undefined) return whole(`at most ${MAX_LINE_LENGTH} characters`, "a longer line");
  const fields = fieldsOf(text);
  if (fields === undefined) {
    return whole("quotes that open and close around a whole field", "a quote that does not");
  }
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
