// Knows the command `next`: what is due in the coming days, and what is already past.

import type { Cell } from "@rettvei/analysis";
import { addDays, daysBetween, type JudgedCourse, positionOf, verdictsOf } from "@rettvei/engine";
import { Command } from "commander";
import {
  asOfOption,
  formatOption,
  inputFormatOption,
  type OutputFormat,
  overlayOption,
  readWhole,
} from "../input/options.ts";
import { type JudgeOptions, judgeFile } from "../judge-file.ts";
import { writeRows } from "../output/write-output.ts";

const COLUMNS = [
  "next_on",
  "days_left",
  "kind",
  "course_id",
  "pathway",
  "next_step",
  "rule",
  "unit_id",
] as const;

type Options = JudgeOptions & { readonly format: OutputFormat; readonly days: number };

function nextRow(judged: JudgedCourse): readonly Cell[] | undefined {
  const { nextDate, nextStep, unitId } = positionOf(judged.course, verdictsOf(judged));
  if (nextDate === undefined) return undefined;
  return [
    nextDate.on,
    daysBetween(judged.course.asOf, nextDate.on),
    nextDate.kind,
    judged.log.courseId,
    judged.log.pathway,
    nextStep ?? null,
    nextDate.verdict?.rule.id ?? null,
    unitId ?? null,
  ];
}

export function nextCommand(): Command {
  return new Command("next")
    .description(
      "List running courses by least time left: what is past, and what is due in the coming days.",
    )
    .argument("<file>", "event file (CSV, NDJSON or Parquet), or - for standard input")
    .option("--days <number>", "how many days ahead, today included", readWhole(0), 14)
    .addOption(asOfOption())
    .addOption(formatOption())
    .addOption(inputFormatOption())
    .addOption(overlayOption())
    .action(async (file: string, options: Options) => {
      const { courses, asOf } = await judgeFile(file, options);
      const last = addDays(asOf, options.days);
      const rows = courses
        .flatMap((judged) => {
          const row = nextRow(judged);
          return row === undefined || String(row[0]) > last ? [] : [row];
        })
        .sort((a, b) => {
          const [left, right] = [`${a[0]} ${a[3]}`, `${b[0]} ${b[3]}`];
          return left < right ? -1 : left > right ? 1 : 0;
        });
      await writeRows(options.format, COLUMNS, rows);
    });
}
