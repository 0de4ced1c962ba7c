// Proves that testers and generators of other languages can read every pattern of the API document, and what is told of odd letters.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TSchema, Type } from "typebox";
import { beforeAll, describe, expect, it } from "vitest";
import type { AppError } from "../app-error.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { apiDocument } from "./api-document.ts";
import { compileSchema } from "./bad-input.ts";
import { IdSchema } from "./schemas/basics.ts";
import { NameSchema, TelephoneSchema, WordsSchema } from "./schemas/words.ts";

let patterns: readonly string[];
beforeAll(async () => {
  patterns = [...new Set(patternsIn(await apiDocument()))].sort();
});

function* patternsIn(value: unknown): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  const { pattern } = value as { readonly pattern?: unknown };
  if (typeof pattern === "string") yield pattern;
  for (const inner of Object.values(value)) yield* patternsIn(inner);
}

// What ECMAScript, Java, Python, .NET, RE2 (Go) and Rust write alike: no \u, no look-around, no reference back.
const ESCAPE = /\\(?:x[0-7][0-9a-f]|[sdw.])/.source;
const LETTER = /[\w :/+=-]/.source;
const CLASS = String.raw`\[\^?(?:${ESCAPE}|[\w +/()=-])+\]`;
const REPEAT = /[+*?]|\{\d{1,3}(?:,\d{0,3})?\}/.source;
const PIECE = `(?:${ESCAPE}|${LETTER}|${CLASS})(?:${REPEAT})?`;
const PORTABLE = new RegExp(String.raw`^\^(?:${PIECE}|\((?:${PIECE})+\)(?:${REPEAT})?)+\$$`);

describe("the patterns of the API document", () => {
  it("are of what regular expressions of all languages have in common", () => {
    expect(patterns.length).toBeGreaterThan(5);
    expect(patterns.filter((pattern) => !PORTABLE.test(pattern))).toEqual([]);
  });

  it.each([
    String.raw`^[^\ud800-\udfff]+$`,
    String.raw`^[^\u0000-\u001f]+$`,
    String.raw`^\p{L}+$`,
    "^(?=a)b$",
    "^(?<!a)b$",
    "a",
  ])("%s is not of that kind", (pattern) => {
    expect(PORTABLE.test(pattern)).toBe(false);
  });
});

const TEXTS = ["", "a", "Bjørg 😀", "a\tb", "a\nb", "\u0000", "\u001b", "a\u007f", "99 99 99 99"]
  .concat(["01010112345", "https://example.org", "F32.1", "QUJD", "\u0085", "\u2028"])
  .concat(["https://a b", "F3", "+47 (0)", "0", "-"]);

const PYTHON = `
import json, re, sys
asked = json.load(sys.stdin)
print(json.dumps([[bool(re.search(p, t)) for t in asked["texts"]] for p in asked["patterns"]]))`;

// What is asked comes as letters' numbers, so that nothing has to be read as JSON or as an argument.
const JAVA = `
import java.util.regex.Pattern;
public class Judge {
  static String read(String line) {
    StringBuilder text = new StringBuilder();
    for (String number : line.split(" ")) if (!number.isEmpty()) text.appendCodePoint(Integer.parseInt(number));
    return text.toString();
  }
  public static void main(String[] none) throws Exception {
    String[] lines = new String(System.in.readAllBytes(), "UTF-8").split("\\n", -1);
    int count = Integer.parseInt(lines[0]);
    StringBuilder told = new StringBuilder("[");
    for (int p = 1; p <= count; p++) {
      Pattern pattern = Pattern.compile(read(lines[p]));
      told.append(p == 1 ? "[" : ",[");
      for (int t = count + 1; t < lines.length; t++)
        told.append(t == count + 1 ? "" : ",").append(pattern.matcher(read(lines[t])).find());
      told.append("]");
    }
    System.out.println(told.append("]"));
  }
}`;

interface Judge {
  readonly language: string;
  readonly command: string;
  /** What is on the machine where the judge can be asked. */
  readonly needs: string;
  readonly arguments: readonly string[];
  readonly asked: () => string;
}

const folder = temporaryFolder();
const inNumbers = (text: string) => [...text].map((letter) => letter.codePointAt(0)).join(" ");
const JUDGES: readonly Judge[] = [
  {
    language: "Python",
    command: "python3",
    needs: "python3",
    arguments: ["-c", PYTHON],
    asked: () => JSON.stringify({ patterns, texts: TEXTS }),
  },
  {
    language: "Java",
    command: "java",
    needs: "javac",
    arguments: [join(folder, "Judge.java")],
    asked: () => [String(patterns.length), ...[...patterns, ...TEXTS].map(inNumbers)].join("\n"),
  },
];

describe.each(JUDGES)("the patterns of the API document", (judge) => {
  const missing = spawnSync(judge.needs, ["--version"]).status !== 0;
  const note = missing ? ` (skipped: no ${judge.needs} on this machine)` : "";

  it.skipIf(missing)(
    `take in ${judge.language} the texts that they take here${note}`,
    () => {
      writeFileSync(join(folder, "Judge.java"), JAVA);
      const { status, stdout, stderr } = spawnSync(judge.command, [...judge.arguments], {
        input: judge.asked(),
        encoding: "utf8",
      });
      expect(status, stderr).toBe(0);
      const here = patterns.map((pattern) =>
        TEXTS.map((text) => new RegExp(pattern, "u").test(text)),
      );
      expect(JSON.parse(stdout)).toEqual(here);
    },
    60_000,
  );
});

function told(schema: TSchema, value: unknown) {
  const route = { schema, httpPart: "body", method: "POST", url: "/" };
  const answer = compileSchema(route)(value) as { readonly error?: AppError };
  return answer.error?.problems ?? [];
}

describe("a text with letters that cannot be kept", () => {
  const half = { expected: "a text of whole characters", found: "half of one, or none" };

  it.each([
    ["words", WordsSchema],
    ["a name", NameSchema],
    ["an id", IdSchema],
  ])("is told as what it is where it stands in %s", (_, schema) => {
    for (const text of ["a\ud800b", "a\udc00", "\udc00\ud800"]) {
      expect(told(schema, text)).toEqual([{ path: "", ...half }]);
    }
    expect(told(schema, "a\u0000b")).toHaveLength(1);
    expect(told(schema, "a\u001bb")).toHaveLength(1);
    expect(told(schema, "Bjørg 😀")).toEqual([]);
  });

  it("is told with the other bad fields, each with what it should be", () => {
    const shape = Type.Object({ words: WordsSchema, name: NameSchema, phone: TelephoneSchema });
    const sent = { words: "a\ud800", name: "a\tb", phone: "ring meg" };
    expect(told(shape, sent)).toEqual([
      { path: "/words", ...half },
      { path: "/name", expected: "a text on one line", found: "a text of 3 characters" },
      {
        path: "/phone",
        expected: "digits, spaces, +, -, ( and )",
        found: "a text of 8 characters",
      },
    ]);
  });

  it("is told however deep what was sent is", () => {
    const depth = 100_000;
    const sent: unknown = JSON.parse(`${"[".repeat(depth)}"\ud800"${"]".repeat(depth)}`);
    expect(told(WordsSchema, sent).map(({ path }) => path.length)).toEqual([2 * depth, 0]);
  });
});
