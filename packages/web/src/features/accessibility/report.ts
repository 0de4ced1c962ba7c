// Knows how the criteria are told as a document: a table with a row each, for docs/accessibility.md.
import { CRITERIA, type Criterion, type Standing } from "./criteria.ts";
import { criteriaInEnglish } from "./criteria-en.ts";

const WORDS: Readonly<Record<Standing, string>> = {
  met: "met",
  nothing: "nothing of the kind here",
  unsure: "not looked at",
};

const HEAD = `# Accessibility, criterion by criterion

The 47 success criteria (WCAG 2.1, A and AA) that Norwegian law asks of web applications. This table is made from the
same list as the statement in the application (\`packages/web/src/features/accessibility/criteria.ts\`), which tells it in
bokmål and nynorsk too; a test holds the two together, and that each file named is there. What a program can test is
tested on every screen, filled, empty, in error and waiting, at 1280 and 320 px. Nobody who uses a screen reader, a
switch or magnification every day has tried it yet: no conformance is claimed beyond what the tests show.

Beside the law: targets of at least 24 px and focus that nothing covers (WCAG 2.2) are tested on every stop of the
tabulator; reduced motion is followed.

| | criterion | level | here | how | shown by |
|---|---|---|---|---|---|
`;

function row({ id, level, standing, evidence }: Criterion): string {
  const { name, how } = criteriaInEnglish[id];
  const files = evidence.map((file) => `\`${file}\``).join(", ");
  return `| ${id} | ${name} | ${level} | ${WORDS[standing]} | ${how} | ${files} |\n`;
}

export function accessibilityReport(): string {
  return HEAD + CRITERIA.map(row).join("");
}
