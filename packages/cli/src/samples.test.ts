// Proves that the command gives the verdicts and findings that were worked out independently, row for row.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { linesOf, rettvei, sample } from "./testing/run-rettvei.ts";

const ROOT = new URL("../../../", import.meta.url);
const SHARED = new URL("../shared/data/", ROOT);
const isShared = existsSync(new URL("sample-a.events.csv", SHARED));

const pathOf = (url: URL): string => fileURLToPath(url);
const textOf = (url: URL): string => readFileSync(url, "utf8");

/** Finding rows without their last column, the message, which is text. */
function withoutMessage(csv: string): readonly string[] {
  return linesOf(csv).map((line) => line.split(",").slice(0, 4).join(","));
}

function sorted(lines: readonly string[]): readonly string[] {
  return [lines[0] ?? "", ...lines.slice(1).sort()];
}

describe("the project's own sample, worked out by hand", () => {
  const asOf = ["--as-of", "2024-12-31", "--format", "csv"];
  const events = sample("courses.events.csv");
  const expected = (name: string) => textOf(new URL(sample(name), ROOT));

  it("has its verdicts, in their order", async () => {
    const { code, out, err } = await rettvei(["judge", events, ...asOf]);
    expect(out).toBe(expected("courses.verdicts.csv"));
    expect([code, err]).toEqual([0, ""]);
  });

  it("has its findings, in their order", async () => {
    const { code, out } = await rettvei(["check", events, ...asOf]);
    expect(withoutMessage(out)).toEqual(linesOf(expected("courses.findings.csv")));
    expect(code).toBe(1);
  });
});

const why = isShared ? "" : " (skipped: ../shared/data is not there)";

describe.skipIf(!isShared)(`the shared samples${why}`, () => {
  const events = pathOf(new URL("sample-a.events.csv", SHARED));
  const asOf = ["--as-of", "2026-06-30", "--format", "csv"];

  it("have their verdicts, row for row", async () => {
    const { code, out, err } = await rettvei(["judge", events, ...asOf]);
    const expected = linesOf(textOf(new URL("sample-a.verdicts.csv", SHARED)));
    expect(sorted(linesOf(out))).toEqual(sorted(expected));
    expect([code, err]).toEqual([0, ""]);
  });

  it("have their findings, row for row", async () => {
    const { out } = await rettvei(["check", events, ...asOf]);
    const expected = linesOf(textOf(new URL("sample-a.findings.csv", SHARED)));
    expect(sorted(withoutMessage(out))).toEqual(sorted(expected));
  });

  it("have their bad lines told, each by line and column, and no other", async () => {
    const bad = pathOf(new URL("bad.events.csv", SHARED));
    const { code, err } = await rettvei(["judge", bad, ...asOf]);
    const told = linesOf(err).map((line) => /:(\d+): (\w+): expected .+, got .+$/.exec(line));
    expect(["line,column", ...told.map((one) => `${one?.[1]},${one?.[2]}`)]).toEqual(
      linesOf(textOf(new URL("bad.expected.csv", SHARED))),
    );
    expect(code).toBe(2);
  });
});
