// Knows how a file of cases of a rule is read, once its shape is right.
import type { CalendarDate } from "@rettvei/engine";
import type { YamlPath } from "../yaml/yaml-file.ts";
import type { RuleCaseFile, RuleCaseInFile } from "./case-file.ts";
import { readLog } from "./read-log.ts";
import { checkNames, type Reading, readDate } from "./reading.ts";
import type { ExpectedVerdict, RuleCase, RuleCases } from "./rule-case.ts";

type VerdictInFile = RuleCaseInFile["expect"][number];

function readExpected(written: VerdictInFile, path: YamlPath, reading: Reading): ExpectedVerdict {
  const date = (key: "from" | "to" | "due-on"): CalendarDate | undefined => {
    const text = written[key];
    return text === undefined ? undefined : readDate(text, [...path, key], reading);
  };
  return {
    verdict: written.verdict,
    from: readDate(written.from, [...path, "from"], reading),
    to: date("to"),
    days: written.days,
    limitDays: written["limit-days"],
    dueOn: date("due-on"),
    overBy: written["over-by"],
    reason: written.reason,
    open: written.open === true,
    postponed: written.postponed === true,
    careLevel: written["care-level"],
    unit: written.unit,
  };
}

function readRuleCase(written: RuleCaseInFile, path: YamlPath, reading: Reading): RuleCase {
  const asOf = readDate(written["as-of"], [...path, "as-of"], reading);
  return {
    shows: written.shows,
    name: written.name,
    asOf,
    log: readLog(written.log, asOf, [...path, "log"], reading.yaml, reading.problems),
    expect: written.expect.map((one, i) => readExpected(one, [...path, "expect", i], reading)),
    path,
  };
}

/** The cases of a file; `id` is the rule that the file's path tells. */
export function readRuleCases(file: RuleCaseFile, id: string, reading: Reading): RuleCases {
  const { yaml, problems } = reading;
  if (file.rule !== id) problems.push(yaml.problemAt(["rule"], `"${id}", as the path says`));
  checkNames(file.cases, reading);
  return {
    yaml,
    rule: file.rule,
    standing: file.standing,
    editions: file.editions,
    asConditionIn: file["as-condition-in"] ?? [],
    cases: file.cases.map((one, i) => readRuleCase(one, ["cases", i], reading)),
  };
}
