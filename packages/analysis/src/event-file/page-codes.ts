// Knows what the lines of a Parquet page hold, as numbers of texts; each value of a dictionary is looked at once.
import type { PageInColumn } from "./flat-column.ts";
import type { FlatPage, Values } from "./flat-page.ts";
import { instantOrText, textCodes } from "./parquet-values.ts";
import { plainTexts } from "./plain-texts.ts";
import type { TextPool } from "./text-pool.ts";

type Places = Extract<FlatPage, { kind: "places" }>;
type Texts = Extract<FlatPage, { kind: "texts" }>;
type Converted = Extract<FlatPage, { kind: "values" }>;

const isFilled = ({ levels }: FlatPage, line: number): boolean =>
  levels === undefined || levels[line] === 1;

/** The value at a place of a dictionary. Throws if it is not there. */
function valueAt<T>(dictionary: ArrayLike<T>, place: number | undefined): T {
  const value = dictionary[place ?? -1];
  if (value === undefined) throw new Error(`value ${place} is not in the dictionary`);
  return value;
}

function codesOfPlaces(page: Places, codes: Int32Array): Int32Array {
  const all = new Int32Array(page.lines);
  for (let line = 0, next = 0; line < all.length; line++) {
    if (isFilled(page, line)) all[line] = valueAt(codes, page.places[next++]);
  }
  return all;
}

function codesOfTexts(page: Texts, pool: TextPool): Int32Array {
  const texts = plainTexts(page.bytes);
  const all = new Int32Array(page.lines);
  for (let line = 0; line < all.length; line++) {
    if (!isFilled(page, line)) continue;
    texts.next();
    all[line] = pool.codeOfBytes(page.bytes, texts.start(), texts.end());
  }
  return all;
}

function codesOfValues(page: Converted, codeOf: (value: unknown) => number): Int32Array {
  const all = new Int32Array(page.lines);
  for (let line = 0; line < all.length; line++) {
    if (isFilled(page, line)) all[line] = codeOf(page.next());
  }
  return all;
}

/** Makes the numbers of the texts on a column's pages, line by line; 0 where there is none. */
export function pageCodes(place: number, pool: TextPool): (page: PageInColumn) => Int32Array {
  const codeOf = textCodes(place, pool);
  let known: Values | undefined;
  let codes = new Int32Array(0);
  return ({ page, dictionary }) => {
    if (page.kind === "texts") return codesOfTexts(page, pool);
    if (page.kind === "values") return codesOfValues(page, codeOf);
    if (dictionary !== known) codes = new Int32Array(Array.from(dictionary ?? [], codeOf));
    known = dictionary;
    return codesOfPlaces(page, codes);
  };
}

/** Gives the value of one filled line after the other. */
function valuesOf({ page, dictionary }: PageInColumn): () => unknown {
  let next = 0;
  switch (page.kind) {
    case "places":
      return () => valueAt<unknown>(dictionary ?? [], page.places[next++]);
    case "values":
      return page.next;
    case "texts": {
      const { buffer, byteOffset, length } = page.bytes;
      const bytes = Buffer.from(buffer, byteOffset, length);
      const texts = plainTexts(page.bytes);
      return () => {
        texts.next();
        return bytes.toString("utf8", texts.start(), texts.end());
      };
    }
  }
}

/** Instants of a page, line by line: milliseconds, and the texts that are none; NaN where there is no good one. */
export interface PageInstants {
  readonly millis: Float64Array;
  readonly texts: ReadonlyMap<number, string>;
}

export function pageInstants(inColumn: PageInColumn): PageInstants {
  const { page } = inColumn;
  const next = valuesOf(inColumn);
  const millis = new Float64Array(page.lines).fill(Number.NaN);
  const texts = new Map<number, string>();
  for (let line = 0; line < page.lines; line++) {
    if (!isFilled(page, line)) continue;
    const instant = instantOrText(next());
    if (typeof instant === "number") millis[line] = instant;
    else texts.set(line, instant);
  }
  return { millis, texts };
}
