// Knows where cases lie among the definition files, and how they are read: strictly, every problem at once.
import type { Static, TSchema } from "typebox";
import type { Problem } from "../problem.ts";
import type { DefinitionFiles } from "../resolve/load-common.ts";
import { checkShape } from "../yaml/check-shape.ts";
import { readYaml } from "../yaml/yaml-file.ts";
import {
  type FindingCaseFile,
  FindingCaseFileShape,
  type RuleCaseFile,
  RuleCaseFileShape,
} from "./case-file.ts";
import { readFindingCases } from "./read-finding-cases.ts";
import { readRuleCases } from "./read-rule-cases.ts";
import type { Reading } from "./reading.ts";
import type { FindingCases, RuleCases } from "./rule-case.ts";

const ANY_CASES = /^[^/]+\/cases\//;
const RULE_CASES = /^([a-z0-9-]+)\/cases\/([a-z0-9-]+)(?:\.[a-z0-9-]+)?\.yaml$/;
const FINDING_CASES = /^[a-z0-9-]+\/cases\/findings\/([a-z0-9-]+)\.yaml$/;

export interface LoadedCases {
  readonly rules: readonly RuleCases[];
  readonly findings: readonly FindingCases[];
  readonly problems: readonly Problem[];
}

/** Reads one file; nothing if its shape is wrong, or anything in it: then the problems are added. */
function loadFile<T extends TSchema, R>(
  schema: T,
  [path, text]: readonly [string, string],
  read: (file: Static<T>, reading: Reading) => R,
  problems: Problem[],
): readonly R[] {
  const parsed = readYaml(path, text);
  if (!("yaml" in parsed)) {
    problems.push(...parsed.problems);
    return [];
  }
  const checked = checkShape(schema, parsed.yaml);
  if (!("value" in checked)) {
    problems.push(...checked.problems);
    return [];
  }
  const reading: Reading = { yaml: parsed.yaml, problems: [] };
  const made = read(checked.value, reading);
  problems.push(...reading.problems);
  return reading.problems.length > 0 ? [] : [made];
}

/** Reads all cases among the definition files. A file with a problem is left out; all problems are told. */
export function loadCases(files: DefinitionFiles): LoadedCases {
  const problems: Problem[] = [];
  const rules: RuleCases[] = [];
  const findings: FindingCases[] = [];
  for (const entry of files) {
    const [path] = entry;
    const finding = FINDING_CASES.exec(path);
    const rule = RULE_CASES.exec(path);
    if (finding !== null) {
      const read = (file: FindingCaseFile, reading: Reading): FindingCases =>
        readFindingCases(file, finding[1] ?? "", reading);
      findings.push(...loadFile(FindingCaseFileShape, entry, read, problems));
    } else if (rule !== null) {
      const read = (file: RuleCaseFile, reading: Reading): RuleCases =>
        readRuleCases(file, `${rule[1]}.${rule[2]}`, reading);
      rules.push(...loadFile(RuleCaseFileShape, entry, read, problems));
    } else if (ANY_CASES.test(path)) {
      const expected = "cases/RULE.yaml, cases/RULE.PART.yaml or cases/findings/FINDING.yaml";
      problems.push({ file: path, line: 1, column: 1, at: "", expected, found: path });
    }
  }
  return { rules, findings, problems };
}
