// Knows the way from an event file to judged courses, which judge, check, explain and next share.
import {
  type EventFileInput,
  type LineProblem,
  linePieces,
  lineProblemText,
  readEventFile,
} from "@rettvei/analysis";
import type { Bundle } from "@rettvei/definitions";
import type { CalendarDate, CourseLog, JudgedCourse } from "@rettvei/engine";
import { EXIT, endWith } from "./exit-codes.ts";
import { definitionsWith, vocabularyOf } from "./input/definitions.ts";
import { type InputFormat, openEventInput } from "./input/event-input.ts";
import { today } from "./input/options.ts";
import { courseJudge, type JudgeSetting } from "./judging/course-judge.ts";
import { withProgress } from "./output/progress.ts";

export interface JudgeOptions {
  readonly asOf?: CalendarDate;
  readonly inputFormat?: InputFormat;
  readonly overlay?: string;
  /** Judge under this edition ("pathway/date") instead of the one each course is pinned to. */
  readonly under?: string;
}

export interface JudgedFile {
  readonly bundle: Bundle;
  readonly asOf: CalendarDate;
  /** By course id; courses of which no record counts at `asOf` are left out. */
  readonly courses: readonly JudgedCourse[];
}

function* toldLines(file: string, problems: readonly LineProblem[]): Generator<string> {
  for (const problem of problems) yield lineProblemText(file, problem);
}

/** Tells bad lines on standard error, a piece at a time: there may be as many as the file has lines. */
export function tellBadLines(file: string, problems: readonly LineProblem[]): void {
  const name = file === "-" ? "standard input" : file;
  for (const piece of linePieces(toldLines(name, problems))) process.stderr.write(piece);
  if (problems.length > 0) endWith(EXIT.badInput);
}

export interface OpenJudging {
  readonly setting: JudgeSetting;
  readonly judge: (log: CourseLog) => JudgedCourse | undefined;
  readonly input: EventFileInput;
}

/** Makes everything ready for judging a file. Throws BadInput if options or file cannot be used. */
export async function openJudging(file: string, options: JudgeOptions): Promise<OpenJudging> {
  const bundle = await definitionsWith(options.overlay);
  const setting = { bundle, asOf: options.asOf ?? today(), under: options.under };
  const judge = courseJudge(setting);
  return { setting, judge, input: await openEventInput(file, options.inputFormat) };
}

/** Reads and judges a file. Bad lines are told on standard error and set the exit code; the good ones go on. */
export async function judgeFile(file: string, options: JudgeOptions): Promise<JudgedFile> {
  const { setting, judge, input } = await openJudging(file, options);
  const { bundle, asOf } = setting;
  const { logs, problems } = await withProgress("lines read", undefined, (tell) =>
    readEventFile(input, vocabularyOf(bundle), tell),
  );
  tellBadLines(file, problems);
  return { bundle, asOf, courses: logs.flatMap((log) => judge(log) ?? []) };
}
