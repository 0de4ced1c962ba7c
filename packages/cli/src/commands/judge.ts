// Knows the command `judge`: the verdicts of an event file.
import { VERDICT_COLUMNS, verdictRows } from "@rettvei/analysis";
import { Command } from "commander";
import {
  asOfOption,
  formatOption,
  inputFormatOption,
  type OutputFormat,
  overlayOption,
} from "../input/options.ts";
import { type JudgeOptions, judgeFile } from "../judge-file.ts";
import { writeRows } from "../output/write-output.ts";

/** For a table at a terminal: what a person looks for first. */
const TABLE_COLUMNS = [
  "course_id",
  "rule",
  "from_on",
  "to_on",
  "due_on",
  "days",
  "limit_days",
  "over_by",
  "verdict",
  "open",
  "reason",
] as const;

type Options = JudgeOptions & { readonly format: OutputFormat };

export function judgeCommand(): Command {
  return new Command("judge")
    .description("Judge every course of an event file: one row for each rule that has begun.")
    .argument("<file>", "event file (CSV, NDJSON or Parquet), or - for standard input")
    .addOption(asOfOption())
    .addOption(formatOption())
    .addOption(inputFormatOption())
    .addOption(overlayOption())
    .option(
      "--under <edition>",
      'judge under this edition ("pathway/date", drafts too) instead of the pinned one',
    )
    .action(async (file: string, options: Options) => {
      const { courses } = await judgeFile(file, options);
      const rows = function* (): Generator<ReturnType<typeof verdictRows>[number]> {
        for (const course of courses) yield* verdictRows(course);
      };
      if (options.format !== "table") {
        await writeRows(options.format, VERDICT_COLUMNS, rows());
        return;
      }
      const places = TABLE_COLUMNS.map((column) => VERDICT_COLUMNS.indexOf(column));
      const shown = [...rows()].map((row) => places.map((place) => row[place] ?? null));
      await writeRows("table", TABLE_COLUMNS, shown);
    });
}
