// Knows the command `explain`: one course in plain words.
import type { JudgedCourse, Language } from "@rettvei/engine";
import { Command } from "commander";
import { BadInput } from "../exit-codes.ts";
import {
  asOfOption,
  examples,
  fileArgument,
  inputFormatOption,
  languageOption,
  overlayOption,
  underOption,
} from "../input/options.ts";
import { type JudgedFile, type JudgeOptions, judgeFile } from "../judge-file.ts";
import { explanation } from "../output/explain/explanation.ts";
import { writeOut } from "../output/write-output.ts";

type Options = JudgeOptions & { readonly course?: string; readonly lang: Language };

const MAX_NAMED = 10;

/** Ids of the file's courses as an error may name them. */
function courseIds(courses: readonly JudgedCourse[]): string {
  const ids = courses.slice(0, MAX_NAMED).map((one) => one.log.courseId);
  return courses.length > MAX_NAMED ? `${ids.join(", ")}, …` : ids.join(", ");
}

function courseIn({ courses, asOf }: JudgedFile, named: string | undefined): JudgedCourse {
  if (courses.length === 0) throw new BadInput(`no course of the file exists at ${asOf}`);
  const found = courses.find((one) => one.log.courseId === named);
  const [only, ...others] = courses;
  if (found !== undefined) return found;
  if (named === undefined && only !== undefined && others.length === 0) return only;
  const got = named === undefined ? "none" : `"${named}"`;
  throw new BadInput(
    `--course: expected a course that exists at ${asOf} (${courseIds(courses)}), got ${got}`,
  );
}

export function explainCommand(): Command {
  return new Command("explain")
    .description(
      "Explain one course in plain words: where it is, every date and why, what should be checked.",
    )
    .addArgument(fileArgument())
    .option("--course <id>", "course to explain; may be left out if the file holds only one")
    .addOption(asOfOption())
    .addOption(languageOption())
    .addOption(inputFormatOption())
    .addOption(overlayOption())
    .addOption(underOption("explain"))
    .addHelpText(
      "after",
      examples(
        "rettvei explain events.csv --course c17 --as-of 2026-06-30",
        "rettvei explain events.csv --course c17 --lang nn",
      ),
    )
    .action(async (file: string, options: Options) => {
      const judged = await judgeFile(file, options);
      const course = courseIn(judged, options.course);
      await writeOut([explanation(judged, course, options.lang, process.stdout.columns)]);
    });
}
