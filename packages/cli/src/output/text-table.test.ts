// Proves how tables look: what is to the right, what is left out, what is broken into lines, and that nothing is lost.
import { describe, expect, it } from "vitest";
import { textTable } from "./text-table.ts";
import { wrap } from "./wrap.ts";

describe("a table", () => {
  it("has numbers to the right and no blanks at the ends of its lines", () => {
    const table = textTable(
      ["course", "days", "reason"],
      [
        ["a", 5, null],
        ["bcd", 120, "ended"],
      ],
    );
    expect(table).toBe(
      [
        "course  days  reason",
        "──────  ────  ──────",
        "a          5",
        "bcd      120  ended",
        "",
      ].join("\n"),
    );
  });

  it("leaves out columns without a value and says where there are no rows", () => {
    expect(textTable(["a", "b"], [["1", null]])).toBe("a\n─\n1\n");
    expect(textTable(["a", "b"], [])).toBe("(no rows)\n");
  });

  it("breaks long cells into lines to fit the room, and keeps short ones such as dates whole", () => {
    const table = textTable(
      ["rule", "due", "source"],
      [
        [
          "phv-voksne.discharge-summary-1d",
          "2024-09-11",
          "A source with a long name of many words",
        ],
      ],
      48,
    );
    expect(table).toBe(
      `${[
        "rule               due         source",
        "─────────────────  ──────────  ─────────────────",
        "phv-voksne.        2024-09-11  A source with a",
        "discharge-                     long name of many",
        "summary-1d                     words",
      ].join("\n")}\n`,
    );
  });

  it("is as wide as its columns must be where there is no room for that", () => {
    const table = textTable(["a", "b"], [["2024-09-11", "2024-09-12"]], 5);
    expect(table).toContain("2024-09-11  2024-09-12");
  });
});

describe("a text broken into lines", () => {
  it.each([
    ["", 5, [""]],
    ["short", 5, ["short"]],
    ["two words", 5, ["two", "words"]],
    ["exact words", 5, ["exact", "words"]],
    ["a-b.c", 2, ["a-", "b.", "c"]],
    ["unbreakable", 4, ["unbr", "eaka", "ble"]],
  ])("%j within %i", (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });
});
