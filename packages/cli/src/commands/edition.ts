// Knows the command `edition`: list, show, compare and validate editions.
import { statSync } from "node:fs";
import { join, relative } from "node:path";
import { type Bundle, diffEditions, PATHWAYS_FOLDER, readBundle } from "@rettvei/definitions";
import type { Edition, Language, LimitCase, Rule } from "@rettvei/engine";
import { Command } from "commander";
import { BadInput, EXIT, endWith } from "../exit-codes.ts";
import { namedEdition } from "../input/named-edition.ts";
import { examples, formatOption, languageOption, type OutputFormat } from "../input/options.ts";
import { wrap } from "../output/wrap.ts";
import { writeOut, writeRows } from "../output/write-output.ts";

/** Width of running text where no terminal tells one. */
const PAGE_WIDTH = 100;

function limitText({ careLevel, severity, atLeast, atMost }: LimitCase): string {
  const which = careLevel ?? severity;
  const least = atLeast === undefined ? "" : `${atLeast}–`;
  return `${which === undefined ? "" : `${which} `}${least}${atMost ?? "unknown"}`;
}

function ruleRow(rule: Rule, language: Language, bundle: Bundle): readonly string[] {
  const limits =
    rule.kind === "interval" ? rule.limits.map(limitText).join(", ") : "the patient's own date";
  const { ref, evidence } = rule.source;
  const source = bundle.sources[ref]?.title ?? ref;
  return [rule.id, rule.title[language], rule.standing, limits, evidence, source];
}

async function show(bundle: Bundle, edition: Edition, language: Language): Promise<void> {
  const width = process.stdout.columns ?? PAGE_WIDTH;
  const registered = edition.events.filter((event) => event.registration === "registered");
  await writeOut([
    `${edition.name[language]} (${edition.pathway}), edition ${edition.edition}, ${edition.status}\n`,
    edition.note ? `${wrap(edition.note[language], width).join("\n")}\n` : "",
    edition.retiredFrom ? `No new courses from ${edition.retiredFrom}.\n` : "",
    `hash ${edition.hash}\n\n`,
    `${wrap(`Registers: ${registered.map((event) => event.id).join(", ")}`, width).join("\n")}\n\n`,
  ]);
  const rows = edition.rules.map((rule) => ruleRow(rule, language, bundle));
  await writeRows(
    "table",
    ["rule", "title", "standing", "limit (days)", "evidence", "source"],
    rows,
  );
}

async function validate(folder = PATHWAYS_FOLDER): Promise<void> {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new BadInput(`${folder}: expected a folder of definitions, got no such folder`);
  }
  const { checkCases, loadDefinitions, problemLine, readDefinitionFolder } = await import(
    "@rettvei/definitions/authoring"
  );
  const files = readDefinitionFolder(folder);
  const loaded = loadDefinitions(files);
  const problems = "problems" in loaded ? loaded.problems : checkCases(loaded.bundle, files);
  if (problems.length > 0) {
    const at = relative(process.cwd(), folder) || ".";
    const told = problems.map((one) => problemLine({ ...one, file: join(at, one.file) }));
    process.stderr.write(`${told.join("\n")}\n`);
    endWith(EXIT.badInput);
    return;
  }
  if ("bundle" in loaded) {
    process.stdout.write(
      `${loaded.bundle.editions.length} editions are good; hash ${loaded.bundle.hash}\n`,
    );
  }
}

function listCommand(): Command {
  return new Command("list")
    .description("List all editions.")
    .addOption(formatOption())
    .addOption(languageOption())
    .addHelpText("after", examples("rettvei edition list --lang en"))
    .action(async ({ format, lang }: { format: OutputFormat; lang: Language }) => {
      const rows = readBundle().editions.map((edition) => [
        `${edition.pathway}/${edition.edition}`,
        edition.status,
        edition.typeCode ?? null,
        edition.retiredFrom ?? null,
        edition.name[lang],
        edition.hash.slice(0, 12),
      ]);
      await writeRows(format, ["edition", "status", "code", "retired_from", "name", "hash"], rows);
    });
}

function showCommand(): Command {
  return new Command("show")
    .description("Show one edition: its rules, limits and sources.")
    .argument("<edition>", 'edition as "pathway/date"')
    .addOption(languageOption())
    .option("--json", "the whole edition as JSON")
    .addHelpText(
      "after",
      examples(
        "rettvei edition show tsb/2023-01-01",
        "rettvei edition show tsb/2025-01-01 --json > tsb.json",
      ),
    )
    .action(async (named: string, { lang, json }: { lang: Language; json?: boolean }) => {
      const bundle = readBundle();
      const edition = namedEdition(bundle, named);
      if (json) await writeOut([`${JSON.stringify(edition, null, 2)}\n`]);
      else await show(bundle, edition, lang);
    });
}

function diffCommand(): Command {
  return new Command("diff")
    .description("Show what changed from one edition to another.")
    .argument("<before>", 'edition as "pathway/date"')
    .argument("<after>", 'edition as "pathway/date"')
    .addOption(formatOption())
    .addHelpText("after", examples("rettvei edition diff tsb/2023-01-01 tsb/2025-01-01"))
    .action(async (before: string, after: string, { format }: { format: OutputFormat }) => {
      const bundle = readBundle();
      const changes = diffEditions(namedEdition(bundle, before), namedEdition(bundle, after));
      const rows = changes.map((one) => [
        one.area,
        one.id,
        one.change,
        one.part ?? null,
        one.before ?? null,
        one.after ?? null,
      ]);
      await writeRows(format, ["area", "id", "change", "part", "before", "after"], rows);
    });
}

function validateCommand(): Command {
  return new Command("validate")
    .description("Check a folder of definitions and their cases. Exit code 2 if anything is wrong.")
    .argument("[folder]", "folder of definitions (default: those that come with Rettvei)")
    .addHelpText(
      "after",
      examples("rettvei edition validate", "rettvei edition validate my-pathways"),
    )
    .action(validate);
}

export function editionCommand(): Command {
  return new Command("edition")
    .description("List, show, compare and validate editions.")
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(diffCommand())
    .addCommand(validateCommand())
    .addHelpText("after", examples("rettvei edition list", "rettvei edition show tsb/2023-01-01"));
}
