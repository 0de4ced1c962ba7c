// Knows the command `edition`: list, show, compare and validate editions.
import { statSync } from "node:fs";
import {
  type Bundle,
  checkCases,
  diffEditions,
  loadDefinitions,
  PATHWAYS_FOLDER,
  problemLine,
  readBundle,
  readDefinitionFolder,
} from "@rettvei/definitions";
import type { Edition, Language, LimitCase, Rule } from "@rettvei/engine";
import { Command } from "commander";
import { BadInput, EXIT, endWith } from "../exit-codes.ts";
import { formatOption, languageOption, type OutputFormat } from "../input/options.ts";
import { writeOut, writeRows } from "../output/write-output.ts";

function editionNamed(bundle: Bundle, named: string): Edition {
  const [pathway, date] = named.split("/");
  const found = bundle.editions.find((one) => one.pathway === pathway && one.edition === date);
  if (found !== undefined) return found;
  const known = bundle.editions.map((one) => `${one.pathway}/${one.edition}`).join(", ");
  throw new BadInput(`"${named}": expected one of ${known}`);
}

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
  const registered = edition.events.filter((event) => event.registration === "registered");
  await writeOut([
    `${edition.name[language]} (${edition.pathway}), edition ${edition.edition}, ${edition.status}\n`,
    edition.note ? `${edition.note[language]}\n` : "",
    edition.retiredFrom ? `No new courses from ${edition.retiredFrom}.\n` : "",
    `hash ${edition.hash}\n\n`,
    `Registers: ${registered.map((event) => event.id).join(", ")}\n\n`,
  ]);
  const rows = edition.rules.map((rule) => ruleRow(rule, language, bundle));
  await writeRows(
    "table",
    ["rule", "title", "standing", "limit (days)", "evidence", "source"],
    rows,
  );
}

function validate(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new BadInput(`${folder}: expected a folder of definitions, got no such folder`);
  }
  const files = readDefinitionFolder(folder);
  const loaded = loadDefinitions(files);
  const problems = "problems" in loaded ? loaded.problems : checkCases(loaded.bundle, files);
  if (problems.length > 0) {
    process.stderr.write(`${problems.map(problemLine).join("\n")}\n`);
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
    .action(async (named: string, { lang, json }: { lang: Language; json?: boolean }) => {
      const bundle = readBundle();
      const edition = editionNamed(bundle, named);
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
    .action(async (before: string, after: string, { format }: { format: OutputFormat }) => {
      const bundle = readBundle();
      const changes = diffEditions(editionNamed(bundle, before), editionNamed(bundle, after));
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
    .argument("[folder]", "folder of definitions", PATHWAYS_FOLDER)
    .action(validate);
}

export function editionCommand(): Command {
  return new Command("edition")
    .description("List, show, compare and validate editions.")
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(diffCommand())
    .addCommand(validateCommand());
}
