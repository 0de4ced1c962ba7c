// Knows the texts that pages show for ids: of each id those of the newest edition that has it.
import type { Bundle } from "@rettvei/definitions";
import type { Edition, FindingSeverity, Rule, Standing, Text } from "@rettvei/engine";

type ById<T> = Record<string, T>;

/** `count` says what the rule's days are; null where it counts none. */
interface RuleText {
  readonly title: Text;
  readonly standing: Standing;
  readonly count: "calendar-days" | "working-days" | null;
}

export interface TextsView {
  readonly pathways: ById<{ readonly name: Text; readonly typeCode: string | null }>;
  /** By pathway and phase: `tsb/assessment`. */
  readonly phases: ById<Text>;
  readonly events: ById<{ readonly name: Text; readonly outcomes: ById<Text> }>;
  readonly rules: ById<RuleText>;
  readonly findings: ById<{ readonly message: Text; readonly severity: FindingSeverity }>;
}

function rulesOf({ rules, conditions }: Edition): readonly Rule[] {
  return [...conditions.flatMap((condition) => condition.rules), ...rules];
}

/** Later editions overwrite what earlier ones said; drafts say only what nobody else does. */
function oldestFirst(editions: readonly Edition[]): readonly Edition[] {
  const rank = ({ status, edition }: Edition) => `${status === "draft" ? 0 : 1} ${edition}`;
  return [...editions].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

function addEdition(texts: TextsView, edition: Edition): void {
  const { pathway, name, typeCode } = edition;
  const known = texts.pathways[pathway]?.typeCode;
  texts.pathways[pathway] = { name, typeCode: typeCode ?? known ?? null };
  for (const phase of edition.phases) texts.phases[`${pathway}/${phase.id}`] = phase.name;
  for (const event of edition.events) {
    const outcomes = event.outcomes.map(({ id, name }): [string, Text] => [id, name]);
    const before = texts.events[event.id]?.outcomes;
    texts.events[event.id] = {
      name: event.name,
      outcomes: { ...before, ...Object.fromEntries(outcomes) },
    };
  }
  for (const rule of rulesOf(edition)) {
    const count = rule.kind === "interval" ? rule.count : null;
    texts.rules[rule.id] = { title: rule.title, standing: rule.standing, count };
  }
  for (const { id, message, severity } of [...edition.findings, ...edition.crossFindings]) {
    texts.findings[id] = { message, severity };
  }
}

export function textsView({ editions }: Pick<Bundle, "editions">): TextsView {
  const texts: TextsView = { pathways: {}, phases: {}, events: {}, rules: {}, findings: {} };
  for (const edition of oldestFirst(editions)) addEdition(texts, edition);
  return texts;
}
