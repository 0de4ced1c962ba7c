// Knows the rows of design section 6 as plain text, the form in which two judges are compared.

export const VERDICT_COLUMNS = [
  "course_id",
  "pathway",
  "edition",
  "rule",
  "standing",
  "from_event",
  "from_on",
  "to_event",
  "to_on",
  "limit_days",
  "due_on",
  "days",
  "over_by",
  "verdict",
  "open",
  "reason",
  "care_level",
  "unit_id",
  "postponed",
] as const;

export type VerdictRow = Readonly<Record<(typeof VERDICT_COLUMNS)[number], string>>;

/** The message is the edition's text and no finding of a judge, so it is not compared. */
export const FINDING_COLUMNS = ["course_id", "finding", "severity", "record_ids"] as const;

export type FindingRow = Readonly<Record<(typeof FINDING_COLUMNS)[number], string>>;

export interface Rows {
  readonly verdicts: readonly VerdictRow[];
  readonly findings: readonly FindingRow[];
}

/** Each row as one line; sorted, since rows are a set to whoever compares them. */
export function verdictLines(rows: readonly VerdictRow[]): string[] {
  return rows.map((row) => VERDICT_COLUMNS.map((column) => row[column]).join(",")).sort();
}

export function findingLines(rows: readonly FindingRow[]): string[] {
  return rows.map((row) => FINDING_COLUMNS.map((column) => row[column]).join(",")).sort();
}

/** All rows of a judgement as sorted lines: equal exactly if two judges agree. */
export function linesOf(rows: Rows): readonly string[] {
  return [
    ...verdictLines(rows.verdicts).map((line) => `verdict ${line}`),
    ...findingLines(rows.findings).map((line) => `finding ${line}`),
  ];
}
