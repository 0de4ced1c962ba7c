// Knows what the cases of findings must show, and tells what is not shown yet.
import type { FindingRule } from "@rettvei/engine";
import type { Bundle } from "../bundle.ts";
import type { Problem } from "../problem.ts";
import { FINDING_SITUATIONS, type FindingCases } from "./rule-case.ts";
import type { FindingCaseRun } from "./run-finding-case.ts";

export interface JudgedFindingCases {
  readonly file: FindingCases;
  readonly runs: readonly FindingCaseRun[];
}

/** Folder of the cases of findings, which all pathways share. */
const FOLDER = "felles/cases/findings";

function notShown(
  severities: ReadonlySet<string>,
  runs: readonly FindingCaseRun[],
): readonly string[] {
  const shown = new Set(runs.map((run) => run.case.shows));
  const seen = new Set(runs.flatMap((run) => run.severities));
  return [
    ...FINDING_SITUATIONS.filter((one) => !shown.has(one)).map((one) => `a case that shows ${one}`),
    ...[...severities]
      .filter((severity) => !seen.has(severity))
      .map((severity) => `a case in which its severity is ${severity}`),
  ];
}

/** Findings without a case, without a log that shows them and one that does not, or without one of their severities. */
export function checkFindingCoverage(
  { editions }: Bundle,
  judged: readonly JudgedFindingCases[],
): readonly Problem[] {
  const all = editions.flatMap((one): readonly FindingRule[] => [
    ...one.findings,
    ...one.crossFindings,
  ]);
  return [...new Set(all.map(({ id }) => id))].flatMap((id) => {
    const severities = new Set(all.filter((rule) => rule.id === id).map((rule) => rule.severity));
    const own = judged.filter(({ file }) => file.finding === id);
    const [first] = own;
    return notShown(
      severities,
      own.flatMap(({ runs }) => runs),
    ).map((what): Problem => {
      const expected = `${what}, of ${id}`;
      if (first !== undefined) return first.file.yaml.problemAt(["cases"], expected, "none");
      return { file: `${FOLDER}/${id}.yaml`, line: 1, column: 1, at: "", expected, found: "none" };
    });
  });
}
