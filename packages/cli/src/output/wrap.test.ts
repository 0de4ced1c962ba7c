// Proves that a text is broken where a reader would break it, and that nothing of it is lost.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wrap, wrapIndented } from "./wrap.ts";

describe("a text", () => {
  it.each([
    ["fits and stays whole", "one two", 7, ["one two"]],
    ["breaks at blanks", "one two three", 8, ["one two", "three"]],
    ["breaks at the joints of an id", "phv-voksne.assessment", 12, ["phv-voksne.", "assessment"]],
    ["breaks anywhere if it must", "abcdefgh", 3, ["abc", "def", "gh"]],
    ["may be empty", "", 5, [""]],
  ])("%s", (_, text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  it("loses nothing but blanks, and no line is too wide", () => {
    const words = fc.array(fc.stringMatching(/^[a-zæøå.,/-]{1,20}$/), { maxLength: 30 });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 40 }), (parts, width) => {
        const text = parts.join(" ");
        const lines = wrap(text, width);
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
        expect(lines.every((line) => line.length <= width)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a line with an indent", () => {
  it("keeps it, and what does not fit stands two columns in", () => {
    expect(wrapIndented("    one two three four", 14)).toEqual([
      "    one two",
      "      three",
      "      four",
    ]);
    expect(wrapIndented("• one two three", 11)).toEqual(["• one two", "  three"]);
  });

  it("that fits is left alone, and so is any where no width is known", () => {
    expect(wrapIndented("    one", 7)).toEqual(["    one"]);
    expect(wrapIndented("    one two", Number.POSITIVE_INFINITY)).toEqual(["    one two"]);
  });
});
