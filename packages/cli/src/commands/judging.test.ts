// Proves judge, check, explain and next as they are used: input, output, exit codes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { linesOf, rettvei, sample, shell, withFiles } from "../testing/run-rettvei.ts";

const EVENTS = sample("courses.events.csv");
const AS_OF = ["--as-of", "2024-12-31"];
const TEXT = readFileSync(new URL(`../../../../${EVENTS}`, import.meta.url), "utf8");
const [HEADER = "", ...LINES] = linesOf(TEXT);
const VERDICTS = readFileSync(
  new URL(`../../../../${sample("courses.verdicts.csv")}`, import.meta.url),
  "utf8",
);

/** The lines of one course, with the header. */
function courseText(courseId: string): string {
  return [HEADER, ...LINES.filter((line) => line.split(",")[1] === courseId), ""].join("\n");
}

const BAD_LINE = "x1,s1,sp1,tsb,,evaluation,,2024-02-30,2024-02-28T09:00:00Z,,,,,,,,";

describe("an exit code", () => {
  it.each([
    ["judge", [], TEXT, 0],
    ["judge", [], `${TEXT}${BAD_LINE}\n`, 2],
    ["check", [], courseText("s1"), 0],
    ["check", [], TEXT, 1],
    ["check", [], `${TEXT}${BAD_LINE}\n`, 2],
    ["explain", ["--course", "s1"], `${TEXT}${BAD_LINE}\n`, 2],
    ["next", [], TEXT, 0],
  ])("of %s %j", async (command, args, text, code) => {
    const ran = await rettvei([command, "-", ...args, ...AS_OF], text);
    expect(ran.code).toBe(code);
    expect(ran.out).not.toBe("");
  });

  it.each([
    [
      ["judge", "no-such-file.csv"],
      "rettvei: no-such-file.csv: expected an event file, got no such file",
    ],
    [["judge", "packages"], "rettvei: packages: expected an event file, got a folder"],
    [["judge", EVENTS, "--under", "tsb"], "rettvei: edition: expected one of tsb/2019-01-01, "],
    [["judge", EVENTS, "--under", "rus/2019-01-01"], "of gravide-rus, phv-barn-unge, phv-voksne, "],
    [["judge", EVENTS, "--as-of", "2024-02-30"], "Expected an existing date YYYY-MM-DD."],
    [["judge", EVENTS, "--format", "xml"], "Allowed choices are table, csv, ndjson."],
    [["judge"], "missing required argument 'file'"],
    [["judge", EVENTS, "--asof", "2024-01-01"], "unknown option '--asof'"],
    [["next", EVENTS, "--days", "-1"], "Expected a whole number of at least 0."],
    [
      ["explain", EVENTS, ...AS_OF],
      "--course: expected a course that exists at 2024-12-31 (s1, s2, s3), got none",
    ],
    [["explain", EVENTS, ...AS_OF, "--course", "s9"], '(s1, s2, s3), got "s9"'],
    [["explain", EVENTS, "--as-of", "2019-01-01"], "no course of the file exists at 2019-01-01"],
    [["juge", EVENTS], "(Did you mean judge?)"],
  ])("of bad input %j is 2, and says what was expected", async (args, message) => {
    const { code, out, err } = await rettvei(args);
    expect(err).toContain(message);
    expect([code, out]).toEqual([2, ""]);
    expect(err).not.toMatch(/ at .*\.js:\d+/);
  });
});

describe("bad lines", () => {
  it("are told on standard error with file, line and column; the good ones go on", async () => {
    const text = [HEADER, BAD_LINE, ...LINES, "one,two", ""].join("\n");
    const told = [
      `:2: occurred_on: expected an existing date YYYY-MM-DD, got "2024-02-30"`,
      `:26: expected 17 fields, as in the header, got 2`,
    ];
    const args = [...AS_OF, "--format", "csv"];
    await withFiles({ "events.csv": text }, async (folder) => {
      const file = join(folder, "events.csv");
      const ran = await rettvei(["judge", file, ...args]);
      expect(linesOf(ran.err)).toEqual(told.map((one) => file + one));
      expect(ran.out).toBe(VERDICTS);
    });
    const piped = await rettvei(["judge", "-", ...args], text);
    expect(linesOf(piped.err)).toEqual(told.map((one) => `standard input${one}`));
    expect(piped.out).toBe(VERDICTS);
  });

  it("of a whole file leave the header of the answer", async () => {
    const { code, out } = await rettvei(
      ["judge", "-", "--format", "csv"],
      `${HEADER}\n${BAD_LINE}\n`,
    );
    expect([code, linesOf(out)]).toEqual([2, linesOf(VERDICTS).slice(0, 1)]);
  });
});

describe("events are read", () => {
  const ndjson = LINES.map((line) => {
    const fields = line.split(",");
    const named = HEADER.split(",").map((name, at) => [name, fields[at]] as const);
    return JSON.stringify(Object.fromEntries(named.filter(([, value]) => value)));
  }).join("\n");
  const args = [...AS_OF, "--format", "csv"];

  it("as NDJSON by the name of the file, by its first byte, or as told", async () => {
    await withFiles(
      { "a.ndjson": ndjson, "b.jsonl": ndjson, c: ndjson, "d.csv": ndjson },
      async (folder) => {
        for (const file of ["a.ndjson", "b.jsonl", "c"]) {
          expect((await rettvei(["judge", join(folder, file), ...args])).out, file).toBe(VERDICTS);
        }
        const told = ["--input-format", "ndjson", ...args];
        expect((await rettvei(["judge", join(folder, "d.csv"), ...told])).out).toBe(VERDICTS);
      },
    );
    expect((await rettvei(["judge", "-", ...args], `\uFEFF${ndjson}`)).out).toBe(VERDICTS);
  });

  it("from a pipe with a name, and from one that gives a byte at a time", async () => {
    const line = `rettvei judge <(cat ${EVENTS}) --as-of 2024-12-31 --format csv`;
    expect((await shell(line)).out).toBe(VERDICTS);
    const slow = `(head -c 1 ${EVENTS}; sleep 0.2; tail -c +2 ${EVENTS}) | rettvei judge - ${args.join(" ")}`;
    expect((await shell(slow)).out).toBe(VERDICTS);
  });

  it("as nothing where there is nothing", async () => {
    const { code, err } = await rettvei(["judge", "-"], "");
    expect(err).toBe("standard input:1: expected a header with the columns, got an empty file\n");
    expect(code).toBe(2);
  });
});

describe("rows are written", () => {
  it("as NDJSON with values of their own kind, absent ones left out", async () => {
    const { out } = await rettvei(["judge", EVENTS, ...AS_OF, "--format", "ndjson"]);
    const rows = linesOf(out).map((line) => JSON.parse(line));
    expect(rows).toHaveLength(linesOf(VERDICTS).length - 1);
    expect(rows[2]).toMatchObject({ limit_days: 42, over_by: 8, open: false, reason: "ended" });
    expect(rows[2]).not.toHaveProperty("to_on");
  });

  it("as a table for people", async () => {
    const { out } = await rettvei(["judge", EVENTS, ...AS_OF]);
    expect(linesOf(out)[0]).toMatch(/^course +rule +from +to +due +days +limit +over +verdict$/);
    expect(out).toContain("psykose.referral-assessment");
    expect(out).toMatch(
      /psykose\.assessment +2024-05-21 +\(open\) +224 +undetermined: limit-unknown\n/,
    );
  });

  it("to a reader that goes away quietly", async () => {
    const made = "rettvei population --courses 3000 --until 2026-06-30";
    const line = `set -o pipefail; ${made} | head -n 1; echo $?`;
    const { out, err } = await shell(line);
    expect(linesOf(out)).toEqual([HEADER, "0"]);
    expect(err).toBe("");
  });

  it("in the language asked for, where they have a message", async () => {
    const messages = async (lang: string) =>
      (await rettvei(["check", EVENTS, ...AS_OF, "--format", "ndjson", "--lang", lang])).out;
    const [nb, nn, en] = await Promise.all(["nb", "nn", "en"].map(messages));
    expect(new Set([nb, nn, en]).size).toBe(3);
    expect(en).toContain("The start");
  });
});

describe("a draft", () => {
  it("judges the courses of its pathway, and says in words that it is not in force", async () => {
    const under = ["--under", "tsb/2024-02-08", ...AS_OF];
    const { out } = await rettvei(["judge", EVENTS, ...under, "--format", "csv"]);
    const rows = linesOf(out).slice(1);
    expect(rows.every((row) => row.startsWith("s1,tsb,2024-02-08,"))).toBe(true);
    expect(
      rows.filter((row) => row.includes("undetermined") && row.includes("limit-unknown")),
    ).toHaveLength(4);
    const told = await rettvei(["explain", EVENTS, ...under, "--lang", "en"]);
    expect(told.out).toContain("This is a draft that is not in force.");
    const checked = await rettvei(["check", EVENTS, ...under, "--format", "csv"]);
    expect(checked.code).toBe(0);
  });
});

describe("explain", () => {
  const explain = async (course: string, ...args: readonly string[]) =>
    (await rettvei(["explain", EVENTS, "--course", course, ...AS_OF, ...args])).out;

  it("tells where the course is, every date with its source, and one day as one day", async () => {
    const out = await explain("s2", "--lang", "en");
    expect(out).toContain("Next date: 2024-05-29 (statutory deadline, 216 days over)");
    expect(out).toContain(
      "1 day over the recommended time: 8 days from referral received 2024-05-13 to first attendance 2024-05-21.",
    );
    expect(out).toContain(
      "Deadline breached by 152 working days, and still running: 162 working days since referral received",
    );
    expect(out).toContain("The patient postponed something on the way");
    expect(out).toMatch(/Source: .+ \(verified\)/);
  });

  it.each([
    [
      "nb",
      "1 dag over anbefalt tid: 8 dager fra",
      "Lovpålagt frist: 10 arbeidsdager",
      "Anbefalt tid: 7 dager",
    ],
    [
      "nn",
      "1 dag over tilrådd tid: 8 dagar frå",
      "Lovpålagd frist: 10 arbeidsdagar",
      "Tilrådd tid: 7 dagar",
    ],
    [
      "en",
      "1 day over the recommended time: 8 days from",
      "Statutory deadline: 10 working days",
      "Recommended time: 7 days",
    ],
  ])("in %s calls a recommended time no deadline", async (lang, ...sentences) => {
    const out = await explain("s2", "--lang", lang);
    for (const sentence of sentences) expect(out).toContain(sentence);
    const recommended = out.split("•").find((part) => part.includes("psykose.first-contact"));
    expect(recommended).not.toMatch(/frist|deadline/i);
  });

  it("tells what should be checked and what to do about it", async () => {
    const out = await explain("s3");
    expect(out).toContain("\n    s307: klinisk beslutning 2023-08-30\n");
    expect(out.match(/Gjør: /g)).toHaveLength(3);
    expect(await explain("s2")).toContain("Ingenting å bemerke.");
  });

  it("needs no --course for a file of one", async () => {
    const { out, code } = await rettvei(["explain", "-", ...AS_OF], courseText("s1"));
    expect(out).toContain("Forløp s1: ");
    expect(code).toBe(0);
  });
});

describe("next", () => {
  const asOf = ["--as-of", "2024-05-13"];

  it("lists what is past and what is due in the days asked for, least time left first", async () => {
    const rows = async (days: string) => {
      const args = ["next", EVENTS, ...asOf, "--days", days, "--format", "csv"];
      return linesOf((await rettvei(args)).out).slice(1);
    };
    const first =
      "2024-05-20,7,recommendation,s2,psykose,first-attendance,psykose.first-contact,9900102";
    const second = "2024-05-24,11,recommendation,s1,tsb,evaluation,tsb.evaluation-cycle,9900101";
    expect(await rows("6")).toEqual([]);
    expect(await rows("7")).toEqual([first]);
    expect(await rows("11")).toEqual([first, second]);
  });

  it("says to people how many run without a published time", async () => {
    const { out } = await rettvei(["next", EVENTS, ...asOf]);
    expect(linesOf(out).at(-1)).toBe(
      "Running without a published time, so not listed: 1 of 3 courses.",
    );
  });
});
