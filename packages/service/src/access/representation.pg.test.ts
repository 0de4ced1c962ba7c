// Proves that the two layers read ages alike: 10,000 random questions, and every birthday's limit to the day.
import { addDays, type CalendarDate, parseCalendarDate } from "@rettvei/engine";
import { describe, expect, it } from "vitest";
import { closeStores, testStore } from "../testing/test-store.ts";
import { ageOn, birthDateIn } from "./age.ts";
import { type Representation, seenForAnother, WAYS_TO_ACT } from "./representation.ts";

closeStores("after all");

const QUESTIONS = 10_000;

/** The same numbers in every run, from 0 to below the limit. */
function drawer(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

interface Question extends Representation {
  readonly day: CalendarDate;
}

function questions(): readonly Question[] {
  const next = drawer(20261122);
  const from = parseCalendarDate("2004-02-27");
  const date = (): CalendarDate => addDays(from, next(9_000));
  return Array.from({ length: QUESTIONS }, () => {
    const first = next(12) === 0 ? undefined : date();
    const last = first !== undefined && next(4) === 0 ? addDays(first, next(365)) : first;
    return {
      actsAs: WAYS_TO_ACT[next(3)] ?? "guardian",
      born: { first, last },
      representativeBorn: next(5) === 0 ? undefined : date(),
      atAddress: next(4) > 0,
      confidential: next(8) === 0,
      day: addDays(from, 2_000 + next(7_000)),
    };
  });
}

const ANSWERS = `
  SELECT rettvei.seen_for_another(q."actsAs", q.first, q.last, q."representativeBorn", q."atAddress", q.confidential, q.day) AS seen
  FROM jsonb_to_recordset($1::text::jsonb) AS q (place integer, "actsAs" text, first date, last date, "representativeBorn" date,
    "atAddress" boolean, confidential boolean, day date)
  ORDER BY q.place`;

describe("what somebody sees who acts for a patient", () => {
  it("is the same in both layers, for 10,000 random questions, and each answer is given", async () => {
    const store = await testStore();
    const all = questions();
    const asked = all.map(({ born, ...rest }, place) => ({ ...rest, ...born, place }));
    const { rows } = await store.database.pool.query<{ seen: string }>(ANSWERS, [
      JSON.stringify(asked),
    ]);
    const here = all.map((one) => seenForAnother(one, one.day));
    expect(rows.map(({ seen }) => seen)).toEqual(here);
    expect(new Set(here)).toEqual(new Set(["all", "released", "nothing"]));
  });

  it("is never more than nothing to a guardian from sixteen, nor to anybody where the address is confidential", () => {
    const wrong = questions().filter((one) => {
      const { actsAs, born, confidential, day } = one;
      const old = born.first === undefined || ageOn(day, born.first) >= 16;
      return (
        seenForAnother(one, day) !== "nothing" && (confidential || (actsAs === "guardian" && old))
      );
    });
    expect(wrong).toEqual([]);
  });
});

describe("an age", () => {
  it.each([
    ["2012-03-20", "2024-03-19", 11],
    ["2012-03-20", "2024-03-20", 12],
    ["2012-02-29", "2024-02-28", 11],
    ["2012-02-29", "2024-02-29", 12],
    ["2008-02-29", "2026-02-28", 17],
    ["2008-02-29", "2026-03-01", 18],
  ])("of somebody born %s is on %s %i", (born, day, years) => {
    expect(ageOn(parseCalendarDate(day), parseCalendarDate(born))).toBe(years);
  });

  it.each([
    ["13897012345", "1970-09-13"],
    ["01010750160", "2007-01-01"],
    ["41010750160", "2007-01-01"],
    ["29020012345", undefined],
    ["32010112345", undefined],
    ["1234567890", undefined],
  ])("is read from the number %s as born %s, as the database reads it", async (number, born) => {
    const store = await testStore();
    const { rows } = await store.database.pool.query(
      "SELECT rettvei.birth_date_in($1)::text AS born",
      [number],
    );
    expect([birthDateIn(number), rows[0].born]).toEqual([born, born ?? null]);
  });
});
