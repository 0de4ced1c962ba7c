// Knows the command `judge`: the verdicts of an event file.
import { type Cell, VERDICT_COLUMNS, verdictRows } from "@rettvei/analysis";
import type { JudgedCourse } from "@rettvei/engine";
import { Command } from "commander";
import {
  asOfOption,
  examples,
  fileArgument,
  formatOption,
  inputFormatOption,
  type OutputFormat,
  overlayOption,
  underOption,
} from "../input/options.ts";
import { type JudgeOptions, judgeFile } from "../judge-file.ts";
import { judgeRows } from "../judging/judge-rows.ts";
import { writeRows } from "../output/write-output.ts";

/** For a table at a terminal: what a person looks for first, with short names. */
const TABLE_COLUMNS = [
  ["course", "course_id"],
  ["rule", "rule"],
  ["from", "from_on"],
  ["to", "to_on"],
  ["due", "due_on"],
  ["days", "days"],
  ["limit", "limit_days"],
  ["over", "over_by"],
  ["verdict", "verdict"],
] as const;

const OPEN = VERDICT_COLUMNS.indexOf("open");
const TO = VERDICT_COLUMNS.indexOf("to_on");
const VERDICT = VERDICT_COLUMNS.indexOf("verdict");
const REASON = VERDICT_COLUMNS.indexOf("reason");

/** A row as a table shows it: an end that is not there yet is said, and a verdict has its reason. */
function tableRow(row: readonly Cell[]): readonly Cell[] {
  const reason = row[REASON] ?? null;
  return TABLE_COLUMNS.map(([, column]) => {
    const at = VERDICT_COLUMNS.indexOf(column);
    if (at === TO && row[OPEN] === true) return "(open)";
    if (at === VERDICT && reason !== null) return `${row[VERDICT]}: ${reason}`;
    return row[at] ?? null;
  });
}

/** The rows of all courses, one at a time: there may be more than memory should hold. */
function* tableRows(courses: readonly JudgedCourse[]): Generator<readonly Cell[]> {
  for (const course of courses) for (const row of verdictRows(course)) yield tableRow(row);
}

type Options = JudgeOptions & { readonly format: OutputFormat };

export function judgeCommand(): Command {
  return new Command("judge")
    .description("Judge every course of an event file: one row for each rule that has begun.")
    .addArgument(fileArgument())
    .addOption(asOfOption())
    .addOption(formatOption())
    .addOption(inputFormatOption())
    .addOption(overlayOption())
    .addOption(underOption("judge"))
    .addHelpText(
      "after",
      examples(
        "rettvei judge events.csv --as-of 2026-06-30",
        "rettvei judge events.parquet --format csv > verdicts.csv",
        "zcat events.csv.gz | rettvei judge - --under tsb/2024-02-08",
      ),
    )
    .action(async (file: string, options: Options) => {
      if (options.format !== "table") return judgeRows(file, options, options.format);
      const { courses } = await judgeFile(file, options);
      const names = TABLE_COLUMNS.map(([name]) => name);
      await writeRows("table", names, tableRows(courses));
    });
}
