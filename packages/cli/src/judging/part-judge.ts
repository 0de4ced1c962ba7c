// Knows how a part of an event file becomes verdict rows, in whichever thread it is done.
import {
  type LineProblem,
  ndjsonLine,
  partReader,
  type UncheckedFile,
  VERDICT_COLUMNS,
  verdictLines,
  verdictRows,
} from "@rettvei/analysis";
import type { CourseLog } from "@rettvei/engine";
import { vocabularyOf } from "../input/definitions.ts";
import { courseJudge, type JudgeSetting } from "./course-judge.ts";

export type RowFormat = "csv" | "ndjson";

export interface RowSetting extends JudgeSetting {
  readonly format: RowFormat;
}

export interface JudgedPart {
  readonly part: number;
  readonly problems: readonly LineProblem[];
  /** Lines in UTF-8, in the format's order, in pieces that can each be handed to another thread. */
  readonly rows: readonly Uint8Array<ArrayBuffer>[];
}

const encoder = new TextEncoder();

const PIECE = 1 << 18;

/** Texts as bytes, in pieces of some 256 kB. */
function inPieces(texts: Iterable<string>): readonly Uint8Array<ArrayBuffer>[] {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let piece = "";
  for (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    pieces.push(encoder.encode(piece));
    piece = "";
  }
  return [...pieces, encoder.encode(piece)];
}

/** Makes the judging of parts by their number. */
export function partJudge(setting: RowSetting, file: UncheckedFile): (part: number) => JudgedPart {
  const readPart = partReader(file, vocabularyOf(setting.bundle));
  const judge = courseJudge(setting);
  const linesOf = (log: CourseLog): string => {
    const judged = judge(log);
    if (judged === undefined) return "";
    if (setting.format === "csv") return verdictLines(judged);
    return verdictRows(judged)
      .map((row) => `${ndjsonLine(VERDICT_COLUMNS, row)}\n`)
      .join("");
  };
  return (part) => {
    const { logs, problems } = readPart(part);
    return { part, problems, rows: inPieces(logs.map(linesOf)) };
  };
}
