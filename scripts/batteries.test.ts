// Proves that every long battery is documented with its sizes, and that its size is read by its tests.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

interface Battery {
  readonly tests: readonly string[];
  readonly variable: string;
  /** What `npm test` runs, where CI runs more. */
  readonly test?: number;
  readonly ci: number;
  readonly full: number;
}

const { batteries } = JSON.parse(read("scripts/batteries.json")) as {
  readonly batteries: Readonly<Record<string, Battery>>;
};

/** All test files that the path stands for, as the runner takes it: a file, or the beginning of some. */
function filesOf(path: string): readonly string[] {
  if (path.endsWith(".ts")) return [path];
  const [folder, start] = statSync(join(ROOT, path), { throwIfNoEntry: false })?.isDirectory()
    ? [path, ""]
    : [path.slice(0, path.lastIndexOf("/")), path.slice(path.lastIndexOf("/") + 1)];
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.startsWith(start) && name.endsWith(".test.ts"))
    .filter((name) => !name.includes("node_modules"))
    .map((name) => join(folder, name));
}

function grouped(number: number): string {
  return number.toLocaleString("en-US");
}

describe.each(Object.entries(batteries))("the battery %s", (name, battery) => {
  it("takes its size from its variable, and that of npm test without it", () => {
    const texts = battery.tests.flatMap(filesOf).map(read).join("\n").replaceAll("_", "");
    expect(texts).toContain(battery.variable.replaceAll("_", ""));
    expect(texts).toContain(String(battery.test ?? battery.ci));
  });

  it("has a line in docs/testing.md with all its sizes", () => {
    const line = read("docs/testing.md")
      .split("\n")
      .find((text) => text.includes(`node scripts/battery.mjs ${name}\``));
    expect(line).toContain(grouped(battery.ci));
    expect(line).toContain(grouped(battery.full));
    if (battery.test !== undefined)
      expect(line).toContain(`${grouped(battery.test)} in \`npm test\``);
  });
});
