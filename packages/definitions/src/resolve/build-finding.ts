// Knows how a written finding becomes a finding of the engine, or what is wrong with it.
import type { CrossFindingRule, FindingRule, LogFindingRule } from "@rettvei/engine";
import type { Problem } from "../problem.ts";
import type { FindingInFile } from "../schema/common-files.ts";
import type { FindingChange } from "../schema/edition-file.ts";
import { toSelector, toSourceRef } from "./build-rule.ts";
import type { Names } from "./common-definitions.ts";
import { type Placed, problemAt } from "./placed.ts";
import { referenceCheck } from "./references.ts";

type Kind = FindingInFile["kind"];
type Key = keyof FindingInFile;

/** The keys each kind needs and those it may have besides. */
const KEYS: Readonly<
  Record<Kind, { readonly needs: readonly Key[]; readonly may: readonly Key[] }>
> = {
  missing: { needs: ["event"], may: [] },
  repeated: { needs: ["records", "allowed"], may: [] },
  "dated-before-first": { needs: ["first"], may: ["only", "except", "unless-granted-for"] },
  "dated-after-first": { needs: ["first", "except"], may: [] },
  "date-differs": { needs: ["event", "on"], may: [] },
  "outcome-missing": { needs: [], may: [] },
  "outcome-unknown": { needs: [], may: [] },
  "care-level-missing": { needs: ["events"], may: [] },
  "recorded-before-occurred": { needs: [], may: [] },
  "not-in-edition": { needs: [], may: [] },
  "started-when-retired": { needs: ["event"], may: [] },
  "legal-deadline-moved": { needs: [], may: [] },
  inactive: { needs: ["days"], may: [] },
  parallel: { needs: ["event"], may: [] },
  "transfer-without-start": { needs: ["event", "start", "days"], may: [] },
};

const ALWAYS: readonly Key[] = ["id", "kind", "severity", "message", "advice", "source"];

/** Holds a finding against its kind: what it needs, what it may not have, what it refers to. */
export function checkFinding(at: Placed<FindingInFile>, names: Names): readonly Problem[] {
  const problems: Problem[] = [];
  const { value } = at;
  const { needs, may } = KEYS[value.kind];
  for (const key of needs) {
    if (value[key] === undefined) problems.push(problemAt(at, [], `the key "${key}"`, "none"));
  }
  for (const key of Object.keys(value) as Key[]) {
    if (![...ALWAYS, ...needs, ...may].includes(key)) {
      problems.push(problemAt(at, [key], `no such key for the kind ${value.kind}`));
    }
  }
  const check = referenceCheck(at, names, problems);
  check.source(value.source, ["source"]);
  for (const key of ["event", "start", "first"] as const) {
    const id = value[key];
    if (id !== undefined) check.event(id, [key]);
  }
  for (const key of ["events", "only", "except", "on"] as const) check.events(value[key], [key]);
  if (value.records) check.selector(value.records, ["records"]);
  return problems;
}

/** A checked finding with the edition's changes, as the engine wants it. */
export function buildFinding(
  written: FindingInFile,
  change: FindingChange | undefined,
): FindingRule {
  const finding = { ...written, ...change };
  const { records, source, "unless-granted-for": unlessGrantedFor, ...rest } = finding;
  // The kind's keys were checked against the table above when the file was loaded.
  return {
    ...rest,
    ...(records && { records: toSelector(records) }),
    ...(unlessGrantedFor && { unlessGrantedFor }),
    source: toSourceRef(source),
  } as FindingRule;
}

export function isCrossFinding(finding: FindingRule): finding is CrossFindingRule {
  return finding.kind === "parallel" || finding.kind === "transfer-without-start";
}

export function isLogFinding(finding: FindingRule): finding is LogFindingRule {
  return !isCrossFinding(finding);
}
