// Knows how a data page of a Parquet column of single values is taken apart: which lines have a value, and what it is.
import type { DataPageHeader, DataReader, PageHeader } from "hyparquet";
import { convert, DEFAULT_PARSERS } from "hyparquet/src/convert.js";
import { decompressPage, readDataPage } from "hyparquet/src/datapage.js";
import { readRleBitPackedHybrid } from "hyparquet/src/encoding.js";
import { readPlain } from "hyparquet/src/plain.js";
import { getMaxDefinitionLevel } from "hyparquet/src/schema.js";
import { compressors } from "hyparquet-compressors";
import { PARQUET_PARSERS } from "./parquet-values.ts";

/** What a column is read by. */
export type ColumnDecoder = Parameters<typeof convert>[1];

/** What all columns are read by. */
export const DECODING: Pick<ColumnDecoder, "parsers" | "compressors"> = {
  parsers: { ...DEFAULT_PARSERS, ...PARQUET_PARSERS },
  compressors,
};

/** Values one after the other, converted to what they say. */
export type Values = ReturnType<typeof convert>;

/** The values of the lines that have one. */
export type PageValues =
  /** Places in the column's dictionary. */
  | { readonly kind: "places"; readonly places: Int32Array }
  /** Texts in UTF-8, each behind its length of four bytes. */
  | { readonly kind: "texts"; readonly bytes: Uint8Array }
  /** Anything else; gives one value after the other. */
  | { readonly kind: "values"; readonly next: () => unknown };

/** Some lines of a column. */
export type FlatPage = PageValues & {
  readonly lines: number;
  /** Whether a line has a value, 1 or 0; undefined if all have one. */
  readonly levels: Uint8Array | undefined;
};

function readerOf({ buffer, byteOffset, byteLength }: Uint8Array): DataReader {
  return { view: new DataView(buffer, byteOffset, byteLength), offset: 0 };
}

function isText({ type, element: { converted_type, logical_type } }: ColumnDecoder): boolean {
  return type === "BYTE_ARRAY" && (converted_type === "UTF8" || logical_type?.type === "STRING");
}

/** Few values at a time, so that they are gone again before they have to be kept. */
const VALUES_AT_A_TIME = 1_000;

function converted(data: Values, decoder: ColumnDecoder): () => unknown {
  let slice: Values = [];
  let from = 0;
  let next = 0;
  return () => {
    if (next === slice.length) {
      slice = convert(data.slice(from, from + VALUES_AT_A_TIME), decoder);
      from += VALUES_AT_A_TIME;
      next = 0;
    }
    return slice[next++];
  };
}

/** A page that is unpacked as far as its values. */
interface OpenPage {
  readonly lines: number;
  readonly encoding: DataPageHeader["encoding"];
  /** Whether a line has a value, 1 or 0; undefined where all must have one. */
  readonly levels: Uint8Array | undefined;
  readonly values: Uint8Array;
}

/** Levels into an array that does not grow, whatever a broken page claims: one bit a line. */
function readLevels(reader: DataReader, lines: number, bytes?: number): Uint8Array {
  const levels = new Uint8Array(lines);
  readRleBitPackedHybrid(reader, 1, levels, bytes);
  return levels;
}

const hasLevels = ({ schemaPath }: ColumnDecoder): boolean => getMaxDefinitionLevel(schemaPath) > 0;

function openFirst(page: Uint8Array, header: DataPageHeader, decoder: ColumnDecoder): OpenPage {
  const { num_values: lines, encoding } = header;
  const reader = readerOf(page);
  const levels = hasLevels(decoder) ? readLevels(reader, lines) : undefined;
  return { lines, encoding, levels, values: page.subarray(reader.offset) };
}

/** In the second version of pages the levels stand before what is compressed. */
function openSecond(
  bytes: Uint8Array,
  header: NonNullable<PageHeader["data_page_header_v2"]>,
  size: number,
  decoder: ColumnDecoder,
): OpenPage {
  const { num_values: lines, encoding } = header;
  const ofLevels = header.definition_levels_byte_length;
  const before = header.repetition_levels_byte_length + ofLevels;
  // A number that a broken header leaves out would move the reader nowhere, for ever.
  if (!(before >= ofLevels && before <= bytes.length)) throw new Error("a page without levels");
  const reader = { ...readerOf(bytes), offset: before - ofLevels };
  const levels = hasLevels(decoder) ? readLevels(reader, lines, ofLevels) : undefined;
  const rest = bytes.subarray(before);
  const isPacked = header.is_compressed !== false;
  const values = isPacked ? decompressPage(rest, size - before, decoder.codec, compressors) : rest;
  return { lines, encoding, levels, values };
}

function openPage(bytes: Uint8Array, header: PageHeader, decoder: ColumnDecoder): OpenPage {
  const { data_page_header: first, data_page_header_v2: second } = header;
  const size = header.uncompressed_page_size;
  if (first !== undefined) {
    return openFirst(decompressPage(bytes, size, decoder.codec, compressors), first, decoder);
  }
  if (second !== undefined) return openSecond(bytes, second, size, decoder);
  throw new Error(`a page of type ${header.type} where data should be`);
}

function filledLines({ levels, lines }: OpenPage): number {
  if (levels === undefined) return lines;
  let count = 0;
  for (let i = 0; i < lines; i++) count += levels[i] ?? 0;
  return count;
}

function readPlaces(reader: DataReader, count: number): Int32Array {
  const places = new Int32Array(count);
  const width = reader.view.getUint8(reader.offset++);
  const bytes = reader.view.byteLength - reader.offset;
  if (width > 0) readRleBitPackedHybrid(reader, width, places, bytes);
  return places;
}

/** The header of a page whose values alone are left, one for each line that has one. */
function headerOfValues(count: number, encoding: DataPageHeader["encoding"]): DataPageHeader {
  const levels = { definition_level_encoding: "RLE", repetition_level_encoding: "RLE" } as const;
  return { num_values: count, encoding, ...levels };
}

/** Takes a data page apart. Throws on a page of any other kind. */
export function dataPageOf(
  bytes: Uint8Array,
  header: PageHeader,
  decoder: ColumnDecoder,
): FlatPage {
  const page = openPage(bytes, header, decoder);
  const { lines, levels, values, encoding } = page;
  const common = { lines, levels };
  if (encoding === "PLAIN" && isText(decoder)) return { ...common, kind: "texts", bytes: values };
  const count = filledLines(page);
  if (encoding.endsWith("_DICTIONARY")) {
    return { ...common, kind: "places", places: readPlaces(readerOf(values), count) };
  }
  // Above the column itself there are no levels left to be read.
  const withoutLevels = { ...decoder, schemaPath: decoder.schemaPath.slice(0, 1) };
  const { dataPage } = readDataPage(values, headerOfValues(count, encoding), withoutLevels);
  return { ...common, kind: "values", next: converted(dataPage, decoder) };
}

/** The values of a column's dictionary. */
export function dictionaryOf(
  bytes: Uint8Array,
  header: PageHeader,
  decoder: ColumnDecoder,
): Values {
  const { type, element, codec } = decoder;
  const page = decompressPage(bytes, header.uncompressed_page_size, codec, compressors);
  const count = header.dictionary_page_header?.num_values ?? 0;
  return convert(readPlain(readerOf(page), type, count, element.type_length), decoder);
}
