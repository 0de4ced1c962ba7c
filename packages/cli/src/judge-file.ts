// Knows the way from an event file to judged courses, which judge, check, explain and next share.
import { type LineProblem, linePieces, lineProblemText, readEventFile } from "@rettvei/analysis";
import { type Bundle, libraryOf } from "@rettvei/definitions";
import {
  type CalendarDate,
  type CompiledEdition,
  courseOf,
  editionNamed,
  type JudgedCourse,
  type Library,
  pinnedCourse,
} from "@rettvei/engine";
import { EXIT, endWith } from "./exit-codes.ts";
import { definitionsWith, vocabularyOf } from "./input/definitions.ts";
import { type InputFormat, openEventInput } from "./input/event-input.ts";
import { namedEdition } from "./input/named-edition.ts";
import { today } from "./input/options.ts";
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

function editionUnder(
  bundle: Bundle,
  library: Library,
  named: string,
): CompiledEdition | undefined {
  const { pathway, edition } = namedEdition(bundle, named);
  const editions = library.pathways.get(pathway);
  return editions && editionNamed(editions, edition);
}

function* toldLines(file: string, problems: readonly LineProblem[]): Generator<string> {
  for (const problem of problems) yield lineProblemText(file, problem);
}

/** Tells bad lines on standard error, a piece at a time: there may be as many as the file has lines. */
function tellBadLines(file: string, problems: readonly LineProblem[]): void {
  const name = file === "-" ? "standard input" : file;
  for (const piece of linePieces(toldLines(name, problems))) process.stderr.write(piece);
  if (problems.length > 0) endWith(EXIT.badInput);
}

/** Reads and judges a file. Bad lines are told on standard error and set the exit code; the good ones go on. */
export async function judgeFile(file: string, options: JudgeOptions): Promise<JudgedFile> {
  const bundle = await definitionsWith(options.overlay);
  const library = libraryOf(bundle);
  const asOf = options.asOf ?? today();
  const under =
    options.under === undefined ? undefined : editionUnder(bundle, library, options.under);
  const input = await openEventInput(file, options.inputFormat);
  const { logs, problems } = await withProgress("lines read", undefined, (tell) =>
    readEventFile(input, vocabularyOf(bundle), tell),
  );
  tellBadLines(file, problems);
  const courses = logs.flatMap((log) => {
    if (under === undefined) return pinnedCourse(log, library, asOf) ?? [];
    return log.pathway === under.edition.pathway ? (courseOf(log, under, asOf) ?? []) : [];
  });
  return { bundle, asOf, courses };
}
