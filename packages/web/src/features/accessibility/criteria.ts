// Knows the 47 success criteria that Norwegian law asks of web applications, whether each is met here, and what shows it.

/** `met`: a test or a look at it shows it. `nothing`: there is nothing of the kind here. `unsure`: nobody has looked. */
export type Standing = "met" | "nothing" | "unsure";
export type Level = "A" | "AA";

const SCREENS = "e2e/screens/every-screen.e2e.test.ts";
const EVERYONE = "e2e/access.e2e.test.ts";
const COORDINATOR = "e2e/coordinator.e2e.test.ts";
const LOGIN = "e2e/login.e2e.test.ts";
const TOGETHER = "e2e/together.e2e.test.ts";
const CATALOGUE = "packages/web/src/i18n/catalogue.test.ts";
const FAILURES = "packages/web/src/components/failure-words.test.ts";
const NAMES = "packages/web/src/features/work-list/names.test.ts";
const TIME_LEFT = "packages/web/src/components/time-left.test.ts";

/** Its number in WCAG 2.1; then the files of the repository that show it, none for what is not here. */
type Row = readonly [id: string, level: Level, standing: Standing, ...evidence: string[]];

const ROWS = [
  ["1.1.1", "A", "met", SCREENS],
  ["1.2.1", "A", "nothing"],
  ["1.2.2", "A", "nothing"],
  ["1.3.1", "A", "met", SCREENS, COORDINATOR],
  ["1.3.2", "A", "met", EVERYONE],
  ["1.3.3", "A", "met", CATALOGUE],
  ["1.3.4", "AA", "met", SCREENS],
  ["1.3.5", "AA", "nothing"],
  ["1.4.1", "A", "met", TIME_LEFT, COORDINATOR],
  ["1.4.2", "A", "nothing"],
  ["1.4.3", "AA", "met", SCREENS],
  ["1.4.4", "AA", "met", SCREENS],
  ["1.4.5", "AA", "met", SCREENS],
  ["1.4.10", "AA", "met", SCREENS, EVERYONE],
  ["1.4.11", "AA", "met", EVERYONE],
  ["1.4.12", "AA", "met", SCREENS],
  ["1.4.13", "AA", "nothing"],
  ["2.1.1", "A", "met", EVERYONE],
  ["2.1.2", "A", "met", SCREENS],
  ["2.1.4", "A", "met", SCREENS],
  ["2.2.1", "A", "met", LOGIN],
  ["2.2.2", "A", "met", EVERYONE],
  ["2.3.1", "A", "nothing"],
  ["2.4.1", "A", "met", EVERYONE],
  ["2.4.2", "A", "met", SCREENS],
  ["2.4.3", "A", "met", EVERYONE],
  ["2.4.4", "A", "met", COORDINATOR],
  ["2.4.5", "AA", "met", COORDINATOR],
  ["2.4.6", "AA", "met", SCREENS, NAMES],
  ["2.4.7", "AA", "met", SCREENS],
  ["2.5.1", "A", "nothing"],
  ["2.5.2", "A", "met", EVERYONE],
  ["2.5.3", "A", "met", SCREENS],
  ["2.5.4", "A", "nothing"],
  ["3.1.1", "A", "met", EVERYONE, SCREENS],
  ["3.1.2", "AA", "met", EVERYONE],
  ["3.2.1", "A", "met", SCREENS],
  ["3.2.2", "A", "met", EVERYONE],
  ["3.2.3", "AA", "met", SCREENS],
  ["3.2.4", "AA", "met", CATALOGUE],
  ["3.3.1", "A", "met", FAILURES, TOGETHER],
  ["3.3.2", "A", "met", SCREENS],
  ["3.3.3", "AA", "met", FAILURES],
  ["3.3.4", "AA", "met", COORDINATOR],
  ["4.1.1", "A", "met", SCREENS],
  ["4.1.2", "A", "met", SCREENS],
  ["4.1.3", "AA", "met", TOGETHER, SCREENS],
] as const satisfies readonly Row[];

export type CriterionId = (typeof ROWS)[number][0];

export interface Criterion {
  readonly id: CriterionId;
  readonly level: Level;
  readonly standing: Standing;
  readonly evidence: readonly string[];
}

export const CRITERIA: readonly Criterion[] = ROWS.map(([id, level, standing, ...evidence]) => ({
  id,
  level,
  standing,
  evidence,
}));

/** What one language says of each. */
export type CriterionWords = Readonly<
  Record<CriterionId, { readonly name: string; readonly how: string }>
>;
