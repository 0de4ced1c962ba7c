// Proves population and what start refuses, as they are used.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { linesOf, rettvei, withFiles } from "../testing/run-rettvei.ts";

const FEW = ["population", "--courses", "40", "--until", "2026-06-30"];

describe("population", () => {
  it("gives the same bytes for the same seed and date, and others for another seed", async () => {
    const [first, again, other] = await Promise.all([
      rettvei([...FEW, "--seed", "7"]),
      rettvei([...FEW, "--seed", "7"]),
      rettvei([...FEW, "--seed", "8"]),
    ]);
    expect(first.out).toBe(again.out);
    expect(first.out).not.toBe(other.out);
    expect(new Set(linesOf(first.out).map((line) => line.split(",")[1])).size).toBe(41);
    expect([first.code, first.err]).toEqual([0, ""]);
  });

  it("holds nothing of the day asked for or later, and is a good event file as NDJSON too", async () => {
    const { out } = await rettvei([...FEW, "--format", "ndjson"]);
    const dates = linesOf(out).flatMap((line) => JSON.parse(line).occurred_on ?? []);
    expect(dates.every((date) => date <= "2026-06-30")).toBe(true);
    const judged = await rettvei(["judge", "-", "--as-of", "2026-06-30", "--format", "csv"], out);
    expect(linesOf(judged.out).length).toBeGreaterThan(40);
    expect([judged.code, judged.err]).toEqual([0, ""]);
  });

  it("goes to a file where one is named, the same as to standard output", async () => {
    await withFiles({}, async (folder) => {
      const file = join(folder, "events.csv");
      const written = await rettvei([...FEW, "--out", file]);
      expect([written.code, written.out, written.err]).toEqual([0, "", ""]);
      expect(readFileSync(file, "utf8")).toBe((await rettvei(FEW)).out);
    });
  });

  it.each([
    [["--out", "/no-such-folder/events.csv"], "ENOENT: no such file or directory"],
    [["--courses", "0"], "Expected a whole number of at least 1."],
    [["--until", "2026-02-29"], "Expected an existing date YYYY-MM-DD."],
  ])("refuses %j", async (args, message) => {
    const { code, err, out } = await rettvei([...FEW, ...args]);
    expect(err).toContain(message);
    expect(err).not.toMatch(/ at .*\.js:\d+/);
    expect([code, out]).toEqual([2, ""]);
  });
});

describe("start", () => {
  it("refuses an address that other machines can reach, and keeps nothing", async () => {
    await withFiles({}, async (folder) => {
      const data = join(folder, "data");
      const args = [
        "start",
        "--host",
        "0.0.0.0",
        "--port",
        "0",
        "--data",
        data,
        "--population",
        "0",
      ];
      const { code, err, out } = await rettvei(args);
      expect(err).toContain('expected an address of this machine only, got "0.0.0.0"');
      expect([code, out]).toEqual([2, ""]);
      expect(() => readFileSync(data)).toThrow("ENOENT");
    });
  });
});
