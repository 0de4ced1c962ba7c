// Proves that the statement rests on what is there, and that the document says the same.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { CRITERIA } from "../../packages/web/src/features/accessibility/criteria.ts";
import { accessibilityReport } from "../../packages/web/src/features/accessibility/report.ts";

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

it("names the 47 criteria of the law once each", () => {
  const ids = CRITERIA.map(({ id }) => id);
  expect(new Set(ids).size).toBe(47);
  const parts = (id: string): readonly number[] => id.split(".").map(Number);
  const inOrder = [...ids].sort((a, b) => {
    const at = parts(a).findIndex((part, index) => part !== parts(b)[index]);
    return at < 0 ? 0 : (parts(a)[at] ?? 0) - (parts(b)[at] ?? 0);
  });
  expect(ids).toEqual(inOrder);
  // In 1.2 the law leaves out three of WCAG's criteria on film.
  expect(ids.filter((id) => id.startsWith("1.2."))).toEqual(["1.2.1", "1.2.2"]);
});

it("shows each criterion that is met by files that are there", () => {
  for (const { id, standing, evidence } of CRITERIA) {
    expect(evidence.length > 0, id).toBe(standing === "met");
    for (const file of evidence) expect(existsSync(root(file)), file).toBe(true);
  }
});

it("is told in the document in the same words", async () => {
  await expect(accessibilityReport()).toMatchFileSnapshot(root("docs/accessibility.md"));
});
