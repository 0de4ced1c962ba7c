// Proves when a second press of the button is the same request, and when it is another.
import { describe, expect, it } from "vitest";
import { pressAfter, saves } from "./press.ts";

const evaluation = { recordId: "r1", event: "evaluation", occurredOn: "2026-03-03" } as const;

describe("a press of the button", () => {
  it("with the same words again has the same key, on the version seen by then", () => {
    const first = pressAfter(undefined, [evaluation], 7);
    const again = pressAfter(first, [{ ...evaluation }], 9);
    expect(again).toEqual({ key: first.key, version: 9, records: [evaluation] });
  });

  it("with other words has a key of its own", () => {
    const first = pressAfter(undefined, [evaluation], 7);
    const other = pressAfter(first, [{ ...evaluation, occurredOn: "2026-03-04" }], 7);
    expect(other.key).not.toBe(first.key);
  });

  it("saves the words that it was sent with, and no others", () => {
    const press = pressAfter(undefined, [evaluation], 7);
    expect(saves(press, [{ ...evaluation }])).toBe(true);
    expect(saves(press, [{ ...evaluation, recordId: "r2" }])).toBe(false);
    expect(saves(undefined, [evaluation])).toBe(false);
  });
});
