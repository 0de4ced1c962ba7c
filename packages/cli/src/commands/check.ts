// Knows the command `check`: the oddities of an event file.
import { allFindings, FINDING_COLUMNS, findingRow } from "@rettvei/analysis";
import type { Language } from "@rettvei/engine";
import { Command } from "commander";
import { EXIT, endWith } from "../exit-codes.ts";
import {
  asOfOption,
  examples,
  fileArgument,
  formatOption,
  inputFormatOption,
  languageOption,
  type OutputFormat,
  overlayOption,
  underOption,
} from "../input/options.ts";
import { type JudgeOptions, judgeFile } from "../judge-file.ts";
import { writeRows } from "../output/write-output.ts";

type Options = JudgeOptions & { readonly format: OutputFormat; readonly lang: Language };

export function checkCommand(): Command {
  return new Command("check")
    .description("Find oddities in the courses of an event file. Exit code 1 if one is an error.")
    .addArgument(fileArgument())
    .addOption(asOfOption())
    .addOption(formatOption())
    .addOption(languageOption())
    .addOption(inputFormatOption())
    .addOption(overlayOption())
    .addOption(underOption("check"))
    .addHelpText(
      "after",
      examples(
        "rettvei check events.csv --as-of 2026-06-30",
        "rettvei check events.parquet --format csv > findings.csv",
      ),
    )
    .action(async (file: string, options: Options) => {
      const { courses } = await judgeFile(file, options);
      const findings = allFindings(courses);
      if (findings.some((finding) => finding.rule.severity === "error")) endWith(EXIT.errorsFound);
      const rows = findings.map((finding) => findingRow(finding, options.lang));
      await writeRows(options.format, FINDING_COLUMNS, rows);
    });
}
