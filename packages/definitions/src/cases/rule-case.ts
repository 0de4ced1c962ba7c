// Knows what a case is once it is read: logs with the answers that the text of the rules gives.
import type {
  CalendarDate,
  CareLevel,
  FindingSeverity,
  LogRecord,
  Standing,
  VerdictReason,
  VerdictWord,
} from "@rettvei/engine";
import type { YamlFile, YamlPath } from "../yaml/yaml-file.ts";
import type { Situation } from "./situation.ts";

/** A verdict as a case writes it. What is absent must be absent, but for care level and unit. */
export interface ExpectedVerdict {
  readonly verdict: VerdictWord;
  readonly from: CalendarDate;
  readonly to: CalendarDate | undefined;
  readonly days: number | undefined;
  readonly limitDays: number | undefined;
  readonly dueOn: CalendarDate | undefined;
  readonly overBy: number | undefined;
  readonly reason: VerdictReason | undefined;
  readonly open: boolean;
  readonly postponed: boolean;
  /** Looked at only where the case writes it. */
  readonly careLevel: CareLevel | undefined;
  /** Looked at only where the case writes it. */
  readonly unit: string | undefined;
}

export interface RuleCase {
  readonly shows: Situation;
  readonly name: string;
  readonly asOf: CalendarDate;
  readonly log: readonly LogRecord[];
  /** All verdicts of the rule, by `from` in the order of the log. */
  readonly expect: readonly ExpectedVerdict[];
  /** Where the case is in its file. */
  readonly path: YamlPath;
}

/** The cases of one rule under some of its editions. */
export interface RuleCases {
  readonly yaml: YamlFile;
  readonly rule: string;
  readonly standing: Standing;
  /** First dates of editions of the rule's own pathway. */
  readonly editions: readonly string[];
  /**
   * Editions "pathway/date" of other pathways, under which the same cases hold for a course that has
   * the rule's pathway as its condition. There every record of the log tells that condition.
   */
  readonly asConditionIn: readonly string[];
  readonly cases: readonly RuleCase[];
}

/** One course of a case of a finding. */
export interface CourseInCase {
  readonly courseId: string;
  readonly patientId: string;
  readonly log: readonly LogRecord[];
  /** Editions "pathway/date" the case holds under, or every one. */
  readonly editions: readonly string[] | "all";
}

export interface ExpectedFinding {
  readonly courseId: string | undefined;
  readonly severity: FindingSeverity;
  readonly records: readonly string[];
}

export const FINDING_SITUATIONS = ["seen", "not-seen"] as const;

export interface FindingCase {
  readonly shows: (typeof FINDING_SITUATIONS)[number];
  readonly name: string;
  readonly asOf: CalendarDate;
  /** One course, or several of one or more patients, each then under one edition. */
  readonly courses: readonly CourseInCase[];
  readonly expect: readonly ExpectedFinding[];
  readonly path: YamlPath;
}

export interface FindingCases {
  readonly yaml: YamlFile;
  readonly finding: string;
  readonly cases: readonly FindingCase[];
}

/** An edition's key: "pathway/date". */
export function editionKey(pathway: string, edition: string): string {
  return `${pathway}/${edition}`;
}

/** The pathway of a rule id. */
export function pathwayOfRule(rule: string): string {
  return rule.slice(0, rule.indexOf("."));
}
