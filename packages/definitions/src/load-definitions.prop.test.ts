// Laws of the loader: whatever is done to the files, it answers with a bundle or with problems that can be found again.
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { PATHWAYS_FOLDER } from "./bundle-file.ts";
import { checkCases } from "./cases/check-cases.ts";
import { readDefinitionFolder } from "./definition-folder.ts";
import { loadDefinitions } from "./load-definitions.ts";
import type { Problem } from "./problem.ts";
import type { DefinitionFiles } from "./resolve/load-common.ts";

const MUTATIONS = Number(process.env.RETTVEI_MUTATIONS ?? 3000);
/** The product's own files take hundreds of times as long to load as the small ones. */
const MUTATIONS_OF_THE_PRODUCT = Math.ceil(MUTATIONS / 300);
const LONGEST_MILLIS = 5000;
const LONGEST_MILLIS_OF_THE_PRODUCT = 60_000;
const TIMEOUT = 600_000;

const NASTY = [
  ..."{}[]:,-#&*!|>'\"%@`~?\\/ \t\n\u0000\u00e5\ud83d",
  "null",
  "true",
  "-1",
  "1e99",
  '""',
  "[]",
  "{}",
  "none",
  "2023-02-29",
  "__proto__",
  "constructor",
  "&a [*a, *a]",
  "<<: *a",
  "!!binary x",
  "---\n",
  "\r\n",
];

/** Where a mutation strikes, and what it puts there. */
interface Strike {
  readonly at: number;
  readonly to: number;
  readonly text: string;
}

type Lines = readonly string[];
const place = (at: number, length: number): number => (length === 0 ? 0 : at % length);
const withLine = (lines: Lines, at: number, made: (line: string) => Lines): Lines => [
  ...lines.slice(0, at),
  ...made(lines[at] ?? ""),
  ...lines.slice(at + 1),
];
const inChars = (text: string, { at, text: nasty }: Strike, cut: number): string => {
  const i = place(at, text.length + 1);
  return text.slice(0, i) + nasty + text.slice(i + cut);
};

/** One mutation each of characters, lines, keys and values. */
const KINDS = {
  "drop characters": (text, one) => inChars(text, { ...one, text: "" }, 1 + (one.to % 5)),
  "flip a character": (text, one) => inChars(text, one, 1),
  "insert characters": (text, one) => inChars(text, one, 0),
  "cut short": (text, { at }) => text.slice(0, place(at, text.length)),
  "drop a line": (text, { at }) => byLine(text, at, () => []),
  "repeat a line": (text, { at }) => byLine(text, at, (line) => [line, line]),
  "move a line": (text, { at, to }) => {
    const lines = text.split("\n");
    const [line = ""] = lines.splice(place(at, lines.length), 1);
    lines.splice(place(to, lines.length), 0, line);
    return lines.join("\n");
  },
  "indent a line": (text, { at }) => byLine(text, at, (line) => [`  ${line}`]),
  "rename a key": (text, { at, text: nasty }) =>
    byLine(text, at, (line) => [line.replace(/[\w-]+:/, `${nasty}:`)]),
  "drop a key": (text, { at }) => byLine(text, at, (line) => [line.replace(/[\w-]+: ?/, "")]),
  "change a value": (text, { at, text: nasty }) =>
    byLine(text, at, (line) => [line.replace(/: .*/, `: ${nasty}`)]),
  "drop a value": (text, { at }) => byLine(text, at, (line) => [line.replace(/: .*/, ":")]),
  "change an item": (text, { at, text: nasty }) =>
    byLine(text, at, (line) => [line.replace(/- .*/, `- ${nasty}`)]),
  "change a word": (text, { at, to, text: nasty }) => {
    const words = [...text.matchAll(/[\w-]+/g)];
    const word = words[place(at * 31 + to, words.length)];
    if (word === undefined) return text;
    return text.slice(0, word.index) + nasty + text.slice(word.index + word[0].length);
  },
} satisfies Record<string, (text: string, strike: Strike) => string>;

interface Mutation extends Strike {
  readonly kind: keyof typeof KINDS;
}

function byLine(text: string, at: number, made: (line: string) => Lines): string {
  const lines = text.split("\n");
  return withLine(lines, place(at, lines.length), made).join("\n");
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom(...(Object.keys(KINDS) as (keyof typeof KINDS)[])),
  at: fc.nat(100_000),
  to: fc.nat(100_000),
  text: fc.constantFrom(...NASTY),
});

function mutated(text: string, mutations: readonly Mutation[]): string {
  return mutations.reduce((so, one) => KINDS[one.kind](so, one), text);
}

function expectFindable(problem: Problem, files: DefinitionFiles): void {
  const lines = (files.get(problem.file) ?? "").split("\n").length;
  expect(problem.file).not.toBe("");
  expect(problem.line).toBeGreaterThanOrEqual(1);
  expect(problem.line).toBeLessThanOrEqual(lines + 1);
  expect(problem.column).toBeGreaterThanOrEqual(1);
  expect(problem.expected).toMatch(/\S/);
  expect(problem.found).toMatch(/\S/);
}

interface Tally {
  rejected: number;
  slowest: number;
}

/** Loads mutated files as the build does: the definitions, then the cases. */
function loadMutated(files: DefinitionFiles, tally: Tally): void {
  const begun = performance.now();
  const loaded = loadDefinitions(files);
  const problems = "problems" in loaded ? loaded.problems : checkCases(loaded.bundle, files);
  tally.slowest = Math.max(tally.slowest, performance.now() - begun);
  if ("problems" in loaded) {
    expect(problems.length).toBeGreaterThan(0);
    tally.rejected += 1;
  }
  for (const problem of problems) expectFindable(problem, files);
}

function mutateAndLoad(whole: DefinitionFiles, numRuns: number): Tally {
  const tally: Tally = { rejected: 0, slowest: 0 };
  const mutations = fc.array(mutation, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.constantFrom(...whole.keys()), mutations, (path, done) => {
      loadMutated(new Map([...whole, [path, mutated(whole.get(path) ?? "", done)]]), tally);
    }),
    { numRuns },
  );
  return tally;
}

test(`${MUTATIONS} mutations of a small set of definitions are told or taken, never thrown at`, {
  timeout: TIMEOUT,
}, () => {
  const whole = readDefinitionFolder(join(import.meta.dirname, "mini-definitions"));
  const { rejected, slowest } = mutateAndLoad(whole, MUTATIONS);
  expect(rejected).toBeGreaterThan(MUTATIONS / 4);
  expect(slowest).toBeLessThan(LONGEST_MILLIS);
});

test(`${MUTATIONS_OF_THE_PRODUCT} mutations of the product's own definitions are told or taken, never thrown at`, {
  timeout: TIMEOUT,
}, () => {
  const whole = readDefinitionFolder(PATHWAYS_FOLDER);
  const { slowest } = mutateAndLoad(whole, MUTATIONS_OF_THE_PRODUCT);
  expect(slowest).toBeLessThan(LONGEST_MILLIS_OF_THE_PRODUCT);
});
