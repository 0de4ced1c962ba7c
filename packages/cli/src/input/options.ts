// Knows the options that several commands share, and how their values are read.

import { osloDate } from "@rettvei/definitions";
import { type CalendarDate, isCalendarDate, LANGUAGES, type Language } from "@rettvei/engine";
import { Argument, InvalidArgumentError, Option } from "commander";
import { INPUT_FORMATS } from "./event-input.ts";

export function readDate(text: string): CalendarDate {
  if (isCalendarDate(text)) return text;
  throw new InvalidArgumentError("Expected an existing date YYYY-MM-DD.");
}

/** Reads a whole number of at least `least`. */
export function readWhole(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value;
    throw new InvalidArgumentError(`Expected a whole number of at least ${least}.`);
  };
}

/** Today in Europe/Oslo. The only place of the command line that reads the clock for a date. */
export function today(): CalendarDate {
  return osloDate(Date.now());
}

export function asOfOption(): Option {
  return new Option("--as-of <date>", "date to judge for (default: today in Norway)").argParser(
    readDate,
  );
}

export function fileArgument(): Argument {
  return new Argument("<file>", "event file (CSV, NDJSON or Parquet), or - for standard input");
}

/** `--under`, for a command that does `verb` with courses. */
export function underOption(verb: string): Option {
  return new Option(
    "--under <edition>",
    `${verb} the courses of its pathway under this edition ("pathway/date", drafts too) instead of the pinned one`,
  );
}

/** Examples as they stand at the end of a command's help. */
export function examples(...lines: readonly string[]): string {
  return `\nExample${lines.length > 1 ? "s" : ""}:\n${lines.map((line) => `  ${line}`).join("\n")}`;
}

export function inputFormatOption(): Option {
  return new Option(
    "--input-format <format>",
    "format of the file, if its name does not tell",
  ).choices([...INPUT_FORMATS]);
}

export const OUTPUT_FORMATS = ["table", "csv", "ndjson"] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

export function formatOption(): Option {
  return new Option("--format <format>", "a table for people, or rows for programs")
    .choices([...OUTPUT_FORMATS])
    .default("table");
}

export function languageOption(): Option {
  return new Option("--lang <language>", "language of texts")
    .choices([...LANGUAGES])
    .default("nb" satisfies Language);
}

export function overlayOption(): Option {
  return new Option(
    "--overlay <file>",
    "a site's own limits and codes for what nobody could verify",
  );
}
