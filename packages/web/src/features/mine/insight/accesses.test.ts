// Proves that who looked is gathered by person and reason, and that nothing said of a deed is lost.
import { expect, test } from "vitest";
import { accessesOf, type Entry } from "./accesses.ts";

const why = { nb: "Enheten.", nn: "Eininga.", en: "The unit." };

function entry(number: number, more: Partial<Entry> = {}): Entry {
  return {
    entry: number,
    at: `2026-03-02T08:${String(10 + number).padStart(2, "0")}:30.000Z`,
    name: "Kari",
    role: "coordinator",
    organisation: "000000001",
    unit: "u1",
    unitName: "DPS",
    what: "course r",
    outcome: "allowed",
    unforeseen: false,
    why,
    ...more,
  };
}

const deeds = (entries: readonly Entry[]) =>
  accessesOf(entries).map(({ first, moments }) => [first.entry, moments.map(({ deed }) => deed)]);

test("one person with one reason is told once, with each minute and deed", () => {
  const same = entry(4).at;
  const entries = [
    entry(4),
    entry(3, { at: same }),
    entry(2, { at: same, what: "plan w" }),
    entry(1),
  ];
  expect(deeds(entries)).toEqual([[4, ["read", "changed", "read"]]]);
});

test("another person, another unit and another reason stand for themselves", () => {
  const other = { nb: "Deling.", nn: "Deling.", en: "Shared." };
  const entries = [
    entry(4),
    entry(3, { name: "Ola" }),
    entry(2, { unit: "u2" }),
    entry(1, { why: other }),
  ];
  expect(deeds(entries).map(([first]) => first)).toEqual([4, 3, 2, 1]);
});

test("a refusal and an unforeseen situation are never told as reading", () => {
  const entries = [entry(2, { outcome: "refused" }), entry(1, { unforeseen: true })];
  expect(deeds(entries)).toEqual([[2, ["refused", "unforeseen"]]]);
});
