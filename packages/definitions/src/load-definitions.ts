// Knows how a folder of definition files becomes one bundle, or the list of everything wrong in it.
import type { Edition } from "@rettvei/engine";
import type { Bundle } from "./bundle.ts";
import { canonicalHash } from "./canonical-hash.ts";
import type { Problem } from "./problem.ts";
import { buildEdition } from "./resolve/build-edition.ts";
import { toSourceRef } from "./resolve/build-rule.ts";
import type { CommonDefinitions } from "./resolve/common-definitions.ts";
import { type DefinitionFiles, loadCommon } from "./resolve/load-common.ts";
import { type MergedEdition, mergeEdition } from "./resolve/merged-edition.ts";
import { type EditionFile, EditionFileShape } from "./schema/edition-file.ts";
import { checkShape } from "./yaml/check-shape.ts";
import { readYaml, type YamlFile } from "./yaml/yaml-file.ts";

const EDITION_FILE = /^([a-z0-9-]+)\/(\d{4}-\d{2}-\d{2})\.yaml$/;

interface WrittenEdition {
  readonly file: EditionFile;
  readonly yaml: YamlFile;
}

function readEditions(
  files: DefinitionFiles,
  problems: Problem[],
): ReadonlyMap<string, WrittenEdition> {
  const editions = new Map<string, WrittenEdition>();
  for (const [path, text] of files) {
    const named = EDITION_FILE.exec(path);
    if (named === null) continue;
    const [, pathway = "", date = ""] = named;
    const read = readYaml(path, text);
    if (!("yaml" in read)) {
      problems.push(...read.problems);
      continue;
    }
    const checked = checkShape(EditionFileShape, read.yaml);
    if (!("value" in checked)) {
      problems.push(...checked.problems);
      continue;
    }
    if (checked.value.pathway !== pathway) {
      problems.push(read.yaml.problemAt(["pathway"], `"${pathway}", as the folder says`));
    }
    if (checked.value.edition !== date) {
      problems.push(read.yaml.problemAt(["edition"], `"${date}", as the file's name says`));
    }
    problems.push(...repeatedIds(checked.value, read.yaml));
    editions.set(`${pathway}/${date}`, { file: checked.value, yaml: read.yaml });
  }
  return editions;
}

function repeatedIds(file: EditionFile, yaml: YamlFile): readonly Problem[] {
  return (["phases", "rules", "checklists"] as const).flatMap((key) => {
    const seen = new Set<string>();
    return (file[key] ?? []).flatMap((item, i) => {
      if (!seen.has(item.id)) {
        seen.add(item.id);
        return [];
      }
      return [yaml.problemAt([key, i, "id"], "each id once in a file")];
    });
  });
}

/** Lays every edition over its base; a base that is missing, or that leads back to itself, is a problem. */
function mergeAll(
  files: DefinitionFiles,
  written: ReadonlyMap<string, WrittenEdition>,
  problems: Problem[],
): ReadonlyMap<string, MergedEdition> {
  const merged = new Map<string, MergedEdition>();
  const underWay = new Set<string>();

  const merge = (key: string): MergedEdition | undefined => {
    const done = merged.get(key);
    const own = written.get(key);
    if (done !== undefined || own === undefined) return done;
    const baseKey = own.file["based-on"];
    let base: MergedEdition | undefined;
    if (baseKey !== undefined) {
      underWay.add(key);
      base = underWay.has(baseKey) ? undefined : merge(baseKey);
      underWay.delete(key);
      if (base === undefined) {
        // A base that could not be read tells its own problems.
        if (files.has(`${baseKey}.yaml`) && !written.has(baseKey)) return undefined;
        problems.push(
          own.yaml.problemAt(["based-on"], 'an edition "pathway/date" that leads to no circle'),
        );
        return undefined;
      }
    }
    const made = mergeEdition(own.file, own.yaml, base);
    merged.set(key, made);
    return made;
  };
  for (const key of written.keys()) merge(key);
  return merged;
}

function bundleOf(common: CommonDefinitions, editions: readonly Edition[]): Bundle {
  const { calendar } = common;
  const whole = {
    format: 1 as const,
    sources: common.sources,
    roles: common.vocabulary.value.roles,
    workingDays: {
      weekend: calendar.weekend,
      fixed: calendar.fixed,
      easterOffsets: calendar["easter-offsets"],
      note: calendar.note,
      source: toSourceRef(calendar.source),
    },
    codes: common.codes,
    proposals: common.proposals,
    questions: common.questions,
    editions,
  };
  return { ...whole, hash: canonicalHash(whole) };
}

function byPathwayAndDate(a: Edition, b: Edition): number {
  const [left, right] = [`${a.pathway}/${a.edition}`, `${b.pathway}/${b.edition}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Loads all definitions from their texts. Strict: an unknown key, a dangling reference or a missing
 * source is a problem, and all problems are told at once. Never throws on bad text.
 */
export function loadDefinitions(
  files: DefinitionFiles,
): { readonly bundle: Bundle } | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const loaded = loadCommon(files, problems);
  const merged = mergeAll(files, readEditions(files, problems), problems);
  if (loaded === undefined) return { problems };
  const context = { ...loaded, merged, problems };
  const editions = [...merged.values()]
    .filter((edition) => edition.header.value.status !== "shared")
    .map((edition) => buildEdition(edition, context))
    .sort(byPathwayAndDate);
  if (problems.length > 0) return { problems: unique(problems) };
  return { bundle: bundleOf(loaded.common, editions) };
}

/** An inherited fault would be told once for every edition that inherits it. */
function unique(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = JSON.stringify(problem);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
