// Knows the command `next`: what is due in the coming days, and what is already past.

import type { Cell } from "@rettvei/analysis";
import {
  addDays,
  type CalendarDate,
  daysBetween,
  type JudgedCourse,
  type Position,
  positionOf,
  verdictsOf,
} from "@rettvei/engine";
import { Command } from "commander";
import {
  asOfOption,
  examples,
  fileArgument,
  formatOption,
  inputFormatOption,
  type OutputFormat,
  overlayOption,
  readWhole,
} from "../input/options.ts";
import { type JudgeOptions, judgeFile } from "../judge-file.ts";
import { writeOut, writeRows } from "../output/write-output.ts";

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

/** A course's row, and the date by which it is sorted. */
interface NextRow {
  readonly on: CalendarDate;
  readonly cells: readonly Cell[];
}

function nextRow({ log, course }: JudgedCourse, position: Position): NextRow | undefined {
  const { nextDate, nextStep, unitId } = position;
  if (nextDate === undefined) return undefined;
  const { on, kind, verdict } = nextDate;
  const cells = [
    on,
    daysBetween(course.asOf, on),
    kind,
    log.courseId,
    log.pathway,
    nextStep ?? null,
    verdict?.rule.id ?? null,
    unitId ?? null,
  ];
  return { on, cells };
}

/** Earliest first; on one day by course, as they came. */
function byTimeLeft(a: NextRow, b: NextRow): number {
  return a.on < b.on ? -1 : a.on > b.on ? 1 : 0;
}

export function nextCommand(): Command {
  return new Command("next")
    .description(
      "List running courses by least time left: what is past, and what is due in the coming days.",
    )
    .addArgument(fileArgument())
    .option("--days <number>", "how many days ahead, today included", readWhole(0), 14)
    .addOption(asOfOption())
    .addOption(formatOption())
    .addOption(inputFormatOption())
    .addOption(overlayOption())
    .addHelpText(
      "after",
      examples(
        "rettvei next events.csv --days 7",
        "rettvei next events.csv --as-of 2026-06-30 --format csv > due.csv",
      ),
    )
    .action(async (file: string, options: Options) => {
      const { courses, asOf } = await judgeFile(file, options);
      const last = addDays(asOf, options.days);
      const positions = courses.map((judged) => ({
        judged,
        position: positionOf(judged.course, verdictsOf(judged)),
      }));
      const rows = positions.flatMap(({ judged, position }) => nextRow(judged, position) ?? []);
      const due = rows.filter((row) => row.on <= last).sort(byTimeLeft);
      await writeRows(
        options.format,
        COLUMNS,
        due.map((row) => row.cells),
      );
      const untimed = positions.filter(
        ({ position }) => position.running && position.nextDate === undefined,
      );
      if (options.format === "table" && untimed.length > 0) {
        await writeOut([
          `Running without a published time, so not listed: ${untimed.length} of ${courses.length} courses.\n`,
        ]);
      }
    });
}
