// Proves that every rule of access that the mutants take away stands where they look for it, and once.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = new URL("..", import.meta.url);

interface Mutant {
  readonly rule: string;
  /** Part of the name of the test that has to notice. */
  readonly layer: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const read = (path: string): string => readFileSync(fileURLToPath(new URL(path, ROOT)), "utf8");
const mutants = JSON.parse(read("scripts/access-mutants.json")) as readonly Mutant[];

describe("the mutants of access", () => {
  it.each(mutants)("find the rule: $rule", ({ file, from, to, layer }) => {
    expect(read(file).split(from)).toHaveLength(2);
    expect(to).not.toBe(from);
    expect(read("packages/service/src/access/generated-access.pg.test.ts")).toContain(layer);
  });

  it("take it away where the database was told last what somebody sees", () => {
    const steps = readdirSync(new URL("packages/service/sql", ROOT)).filter((name) =>
      name.endsWith(".sql"),
    );
    const paths = steps.sort().map((name) => `packages/service/sql/${name}`);
    const last = paths.findLast((path) => read(path).includes("FUNCTION rettvei.enter("));
    expect(mutants.map(({ file }) => file)).toContain(last);
  });
});
