// Knows the command `check`: the oddities of an event file.
import { allFindings, FINDING_COLUMNS, findingRow } from "@rettvei/analysis";
import type { Language } from "@rettvei/engine";
import { Command } from "commander";
import { EXIT, endWith } from "../exit-codes.ts";
import {
  asOfOption,
  formatOption,
  inputFormatOption,
  languageOption,
  type OutputFormat,
  overlayOption,
} from "../input/options.ts";
import { type JudgeOptions, judgeFile } from "../judge-file.ts";
import { writeRows } from "../output/write-output.ts";

type Options = JudgeOptions & { readonly format: OutputFormat; readonly lang: Language };

export function checkCommand(): Command {
  return new Command("check")
    .description("Find oddities in the courses of an event file. Exit code 1 if one is an error.")
    .argument("<file>", "event file (CSV, NDJSON or Parquet), or - for standard input")
    .addOption(asOfOption())
    .addOption(formatOption())
    .addOption(languageOption())
    .addOption(inputFormatOption())
    .addOption(overlayOption())
    .option(
      "--under <edition>",
      'check under this edition ("pathway/date", drafts too) instead of the pinned one',
    )
    .action(async (file: string, options: Options) => {
      const { courses } = await judgeFile(file, options);
      const findings = allFindings(courses);
      if (findings.some((finding) => finding.rule.severity === "error")) endWith(EXIT.errorsFound);
      const rows = findings.map((finding) => findingRow(finding, options.lang));
      await writeRows(options.format, FINDING_COLUMNS, rows);
    });
}
