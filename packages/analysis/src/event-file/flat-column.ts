// Knows how a column of single values is read from a Parquet row group, page by page.
import {
  type ColumnChunk,
  type DataReader,
  type FileMetaData,
  type PageHeader,
  parquetSchema,
} from "hyparquet";
import { parquetHeader } from "hyparquet/src/column.js";
import { getTreePath, isFlatColumn } from "hyparquet/src/schema.js";
import {
  type ColumnDecoder,
  DECODING,
  dataPageOf,
  dictionaryOf,
  type FlatPage,
  type Values,
} from "./flat-page.ts";
import type { ParquetFile } from "./open-parquet.ts";

/** A page with the dictionary that its column had so far. */
export interface PageInColumn {
  readonly page: FlatPage;
  readonly dictionary: Values | undefined;
}

/** A column of one row group, as its file describes it. */
interface FlatColumn {
  readonly name: string;
  readonly decoder: ColumnDecoder;
  /** Bytes of the file that hold its pages. */
  readonly start: number;
  readonly end: number;
}

function flatColumn(metadata: FileMetaData, chunk: ColumnChunk): FlatColumn {
  const described = chunk.meta_data;
  if (described === undefined) throw new Error("a column is not described");
  if (chunk.file_path) throw new Error("a column is in another file");
  const { type, codec, path_in_schema: pathInSchema } = described;
  const name = pathInSchema.join(".");
  const schemaPath = getTreePath(parquetSchema(metadata), pathInSchema);
  const element = schemaPath.at(-1)?.element;
  if (element === undefined || !isFlatColumn(schemaPath)) {
    throw new Error(`column ${name} has more than one value a line`);
  }
  const start = Number(described.dictionary_page_offset || described.data_page_offset);
  const end = start + Number(described.total_compressed_size);
  return {
    name,
    decoder: { type, codec, pathInSchema, schemaPath, element, ...DECODING },
    start,
    end,
  };
}

/** Lines that the header of a page claims; 0 of a dictionary. */
function linesOf({ data_page_header: first, data_page_header_v2: second }: PageHeader): number {
  return (first ?? second)?.num_values ?? 0;
}

/** The header of the next page and its bytes, which the reader is moved behind. */
function nextPage(reader: DataReader): { readonly header: PageHeader; readonly bytes: Uint8Array } {
  const header = parquetHeader(reader);
  const { buffer, byteOffset } = reader.view;
  const at = byteOffset + reader.offset;
  if (!(header.compressed_page_size >= 0)) throw new Error("a page without a size");
  reader.offset += header.compressed_page_size;
  return { header, bytes: new Uint8Array(buffer, at, header.compressed_page_size) };
}

/**
 * The pages of a column for all lines of its row group.
 * Throws if the file does not bear out that there are so many lines.
 */
export async function* flatPages(
  file: ParquetFile,
  metadata: FileMetaData,
  chunk: ColumnChunk,
  rows: number,
): AsyncGenerator<PageInColumn> {
  const { name, decoder, start, end } = flatColumn(metadata, chunk);
  const reader: DataReader = { view: new DataView(await file.slice(start, end)), offset: 0 };
  const claimed = Number(chunk.meta_data?.num_values);
  if (claimed !== rows) throw new Error(`column ${name} claims ${claimed} values for ${rows} rows`);
  let lines = 0;
  let dictionary: Values | undefined;
  while (lines < rows && reader.offset < reader.view.byteLength - 1) {
    const { header, bytes } = nextPage(reader);
    lines += linesOf(header);
    if (lines > rows) throw new Error(`column ${name} has more than ${rows} values`);
    if (header.type === "DICTIONARY_PAGE") dictionary = dictionaryOf(bytes, header, decoder);
    else yield { page: dataPageOf(bytes, header, decoder), dictionary };
  }
  if (lines < rows) throw new Error(`column ${name} has ${lines} values for ${rows} rows`);
}
