// Proves what only a terminal shows: progress while it lasts, tables that end, lines that fit.
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { linesOf, rettvei, rettveiAtTerminal, sample, withFiles } from "./testing/run-rettvei.ts";

const UNTIL = "2026-06-30";
const JUDGE = ["judge", "-", "--as-of", UNTIL];
const COLUMNS = 110;

let events = "";

beforeAll(async () => {
  events = (await rettvei(["population", "--courses", "120", "--until", UNTIL])).out;
});

describe("a table of many rows", () => {
  it("ends at a terminal after 300, and says how many there are", async () => {
    const [table, csv] = await Promise.all([
      rettveiAtTerminal(200, JUDGE, events),
      rettvei([...JUDGE, "--format", "csv"], events),
    ]);
    const total = linesOf(csv.out).length - 1;
    const lines = linesOf(table.out);
    expect(total).toBeGreaterThan(300);
    expect(lines.slice(2, -2)).toHaveLength(300);
    expect(lines.at(-1)).toBe(
      `The first 300 of ${total} rows. All of them: with --format csv, or through a pipe.`,
    );
  });

  it("is whole in a pipe", async () => {
    const [table, csv] = await Promise.all([
      rettvei(JUDGE, events),
      rettvei([...JUDGE, "--format", "csv"], events),
    ]);
    expect(linesOf(table.out)).toHaveLength(linesOf(csv.out).length + 1);
  });
});

it("lines are no wider than the terminal", async () => {
  const explain = ["explain", sample("courses.events.csv"), "--as-of", "2024-12-31"];
  const shown = await Promise.all([
    rettveiAtTerminal(COLUMNS, JUDGE, events),
    rettveiAtTerminal(COLUMNS, ["edition", "show", "tsb/2023-01-01"]),
    rettveiAtTerminal(COLUMNS, [...explain, "--course", "s3"]),
  ]);
  for (const { out } of shown) {
    expect(linesOf(out).length).toBeGreaterThan(10);
    expect(linesOf(out).filter((line) => line.length > COLUMNS)).toEqual([]);
  }
});

describe("progress", () => {
  it("is shown at a terminal while a file is read, and goes", async () => {
    const { err, out } = await rettveiAtTerminal(COLUMNS, JUDGE, events);
    expect(err).toContain("lines read 0");
    expect(err).not.toContain("\u001b[?25l");
    expect(out).not.toContain("lines read");
  });

  it("does not keep the program running where the work fails", async () => {
    await withFiles({}, async (folder) => {
      const args = ["population", "--courses", "10", "--out", join(folder, "none", "events.csv")];
      const { code, err } = await rettveiAtTerminal(COLUMNS, args);
      expect(code).toBe(2);
      expect(err).toContain("courses [");
      expect(err).toContain("rettvei: ENOENT: no such file or directory");
    });
  });

  it("is not among lines that run over the terminal, nor in a pipe", async () => {
    const made = ["population", "--courses", "120", "--until", UNTIL];
    const [terminal, pipe] = await Promise.all([
      rettveiAtTerminal(COLUMNS, made),
      rettvei(JUDGE, events),
    ]);
    expect([terminal.err, terminal.out, pipe.err]).toEqual(["", events, ""]);
  });
});
