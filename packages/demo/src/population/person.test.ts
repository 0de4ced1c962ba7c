// Knows that nobody in a population can be real: numbers, names and ages.
import { idnr } from "@navikt/fnrvalidator";
import { parseCalendarDate, toCalendarDate, toDayNumber } from "@rettvei/engine";
import { describe, expect, test } from "vitest";
import { syntheticPersonNumber } from "../person-number/synthetic-person-number.ts";
import { patientOf, personOf } from "./person.ts";
import { slotOf } from "./slots.ts";

const UNTIL = parseCalendarDate("2026-11-21");
const DAY = toDayNumber(UNTIL);
const people = Array.from({ length: 20_000 }, (_, index) => personOf(1, index, DAY));
const patients = people.map((person) => patientOf(1, person));

describe("person numbers", () => {
  test("are recognised as synthetic by NAV's validator, check digits and all", () => {
    const types = patients.map(({ personNumber }) => {
      const answer = idnr(personNumber);
      return answer.status === "valid" ? answer.type : personNumber;
    });
    expect(new Set(types)).toEqual(new Set(["tnr"]));
  });

  test("have a month that no calendar has, so that nobody can bear them", () => {
    const months = patients.map(({ personNumber }) => Number(personNumber.slice(2, 4)));
    expect(Math.min(...months)).toBe(81);
    expect(Math.max(...months)).toBe(92);
  });

  test("tell the birth date and the sex of their patient", () => {
    const wrong = patients.filter(({ personNumber, birthDate, sex }) => {
      const month = String(Number(birthDate.slice(5, 7)) + 80);
      const date = birthDate.slice(8) + month + birthDate.slice(2, 4);
      const isMale = Number(personNumber[8]) % 2 === 1;
      const isLate = Number(personNumber.slice(6, 9)) >= 500;
      return (
        !personNumber.startsWith(date) ||
        isMale !== (sex === "male") ||
        isLate !== birthDate >= "2000-01-01"
      );
    });
    expect(wrong).toEqual([]);
  });

  test("differ between all patients, also far out in a large population", () => {
    const numbers = new Set(patients.map(({ personNumber }) => personNumber));
    for (let index = 980_000; index < 1_000_000; index++)
      numbers.add(patientOf(1, personOf(1, index, DAY)).personNumber);
    expect(numbers.size).toBe(40_000);
  });

  test("run out rather than repeat", () => {
    const birthDay = toDayNumber(parseCalendarDate("2010-05-05"));
    const numbers = new Set<string>();
    for (let serial = 0; serial < 190; serial++)
      numbers.add(syntheticPersonNumber(birthDay, "female", serial));
    expect(numbers.size).toBe(190);
    expect(() => syntheticPersonNumber(birthDay, "female", 260)).toThrow(RangeError);
  });
});

describe("people", () => {
  test("of the pathway for the young are under 18, others at least 18 and not past 90", () => {
    const agesOf = (young: boolean): readonly string[] =>
      people
        .filter(({ sector }) => (sector === "phv-barn-unge") === young)
        .map(({ birthDay }) => toCalendarDate(birthDay))
        .sort();
    expect((agesOf(true)[0] ?? "") > "2008-11-21").toBe(true);
    expect((agesOf(false).at(-1) ?? "") <= "2008-11-21").toBe(true);
    expect((agesOf(false)[0] ?? "") > "1935-11-21").toBe(true);
  });

  test("with an eating disorder are under 23, and the pregnant are women", () => {
    const ill = people.filter(({ condition }) => condition === "spiseforstyrrelser");
    const pregnant = people.filter(({ condition }) => condition === "gravide-rus");
    expect(ill.length).toBeGreaterThan(50);
    expect(pregnant.length).toBeGreaterThan(30);
    const born = ill.map(({ birthDay }) => toCalendarDate(birthDay)).sort();
    expect((born[0] ?? "") > "2003-11-21").toBe(true);
    expect(new Set(pregnant.map(({ sex, sector }) => `${sex} ${sector}`))).toEqual(
      new Set(["female tsb"]),
    );
  });

  test("bear only names with a syllable that says they are made up", () => {
    const madeUp = /^(eks|test|prøv|fikt|synt|mod|dem|kop|liks|møn|kun|opp|påf|ski|att|utk)/i;
    const names = patients.flatMap(({ name }) => [name.given, name.family]);
    expect([...new Set(names)].filter((name) => !madeUp.test(name))).toEqual([]);
  });

  test("are dealt out in the same mix in every hundred", () => {
    for (let block = 0; block < 50; block++) {
      const sectors = Array.from({ length: 100 }, (_, at) => slotOf(9, block * 100 + at).sector);
      const count = (sector: string): number => sectors.filter((one) => one === sector).length;
      expect([count("phv-voksne"), count("phv-barn-unge"), count("tsb")]).toEqual([70, 22, 8]);
    }
  });
});
