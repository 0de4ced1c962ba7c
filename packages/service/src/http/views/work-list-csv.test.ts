// Proves that no cell of a file for a spreadsheet is a formula, and that a cell is read back as it was.
import { describe, expect, it } from "vitest";
import { cellOf } from "./work-list-csv.ts";

describe("a cell", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+47 12345", "'+47 12345"],
    ["-a", "'-a"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\uff1d1", "'\uff1d1"],
  ])("that a spreadsheet would take for a formula is text: %j", (given, cell) => {
    expect(cellOf(given)).toBe(cell);
  });

  it("that is a number of days stays a number", () => {
    expect([cellOf(-5), cellOf("12"), cellOf(null)]).toEqual(["-5", "12", ""]);
  });

  it("with a separator, a quote or a line break is quoted", () => {
    expect(cellOf('Nord; "Sør"\nØst')).toBe('"Nord; ""Sør""\nØst"');
  });
});
