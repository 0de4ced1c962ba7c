// Knows what every population keeps: it repeats, nests, ends before `until`, and is judged without a throw.
import { createHash } from "node:crypto";
import { libraryOf, osloDate, readBundle } from "@rettvei/definitions";
import {
  type CalendarDate,
  findingsAcross,
  findingsOf,
  isVoid,
  type JudgedCourse,
  parseCalendarDate,
  pinnedCourse,
  verdictsOf,
} from "@rettvei/engine";
import { describe, expect, test } from "vitest";
import { eventFileLines } from "../event-file.ts";
import { units } from "../organisation/units.ts";
import { type Course, population } from "./population.ts";

const NEW = parseCalendarDate("2026-11-21");
const OLD = parseCalendarDate("2022-06-30");

const library = libraryOf(readBundle());

function made(courses: number, until: CalendarDate, seed = 1, first = 0): readonly Course[] {
  return [...population({ seed, courses, until, first })];
}

function hashOf(courses: readonly Course[]): string {
  const hash = createHash("sha256");
  for (const line of eventFileLines(courses, "csv")) hash.update(`${line}\n`);
  for (const { patient } of courses) hash.update(JSON.stringify(patient));
  return hash.digest("hex");
}

describe("a seed and a date", () => {
  test("give the same bytes on every machine", () => {
    // All starts lie under editions that are frozen. A change here changes every population: say so in the changelog.
    expect(hashOf(made(500, OLD))).toBe(
      "52327150ade5299b9a459250fe8e9d0956e5d60ccee0bc60197b48501458362d",
    );
  });

  test("give the same courses twice", () => {
    expect(hashOf(made(300, NEW))).toBe(hashOf(made(300, NEW)));
  });

  test("give other courses with another seed, also one that differs only above 32 bits", () => {
    const hashes = [1, 2, 1 + 2 ** 32, -1].map((seed) => hashOf(made(100, NEW, seed)));
    expect(new Set(hashes).size).toBe(4);
  });

  test("are refused if the seed is not whole or the date lies before the first edition", () => {
    expect(() => made(1, NEW, 0.5)).toThrow(RangeError);
    expect(() => made(1, parseCalendarDate("2018-12-31"))).toThrow(RangeError);
  });
});

describe("populations of one seed and date", () => {
  test("nest: a smaller one is the beginning of a larger one", () => {
    expect(made(400, NEW).slice(0, 150)).toEqual(made(150, NEW));
  });

  test("can be made in parts", () => {
    expect([...made(120, NEW), ...made(180, NEW, 1, 120)]).toEqual(made(300, NEW));
  });
});

describe.each([
  ["2019-02-01"],
  ["2019-12-31"],
  ["2021-03-28"],
  ["2024-02-29"],
  ["2025-06-15"],
  ["2026-11-21"],
  ["2027-12-31"],
])("1,500 courses up to %s", (text) => {
  const until = parseCalendarDate(text);
  const courses = made(1500, until, 3);
  const records = courses.flatMap(({ log }) => log.records);
  const events = records.filter((record) => !isVoid(record));

  test("hold nothing that is dated or written on that date or later", () => {
    expect(records.filter((record) => record.recordedAt.slice(0, 10) >= until)).toEqual([]);
    expect(events.filter(({ occurredOn }) => occurredOn >= until)).toEqual([]);
  });

  test("hold nothing from before there were pathways, but for slips of the pen", () => {
    expect(events.filter(({ occurredOn }) => occurredOn < "2018-12-15")).toEqual([]);
  });

  test("never tell of a thing before it happened", () => {
    expect(events.filter((event) => event.recordedOn < event.occurredOn)).toEqual([]);
  });

  test("write instants in one form, whose date is that of Norway", () => {
    const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
    expect(records.filter(({ recordedAt }) => !form.test(recordedAt))).toEqual([]);
    expect(events.filter((event) => event.recordedOn !== osloDate(event.recordedAt))).toEqual([]);
  });

  test("use each record id once and name only records of the same course", () => {
    expect(new Set(records.map(({ recordId }) => recordId)).size).toBe(records.length);
    const dangling = courses.filter(({ log }) => {
      const own = new Set(log.records.map(({ recordId }) => recordId));
      return log.records.some((record) => {
        const target = isVoid(record) ? record.voids : record.corrects;
        return target !== undefined && !own.has(target);
      });
    });
    expect(dangling).toEqual([]);
  });

  test("name only units with artificial ids", () => {
    const known = new Set(units().map(({ id }) => id));
    expect(events.filter(({ unitId }) => unitId === undefined || !known.has(unitId))).toEqual([]);
  });

  test("are judged without a throw, and none is empty", () => {
    const judged = courses.map(({ log }) => pinnedCourse(log, library, until));
    expect(judged.every((one) => one !== undefined)).toBe(true);
    const there = judged.filter((one): one is JudgedCourse => one !== undefined);
    const verdicts = there.flatMap(verdictsOf).length;
    const findings = there.flatMap(findingsOf).length + findingsAcross(there).length;
    expect(verdicts).toBeGreaterThan(500);
    expect(findings).toBeGreaterThan(5);
  });
});

test("logs are as good as all distinct once their ids are left out", () => {
  const contents = made(20_000, NEW).map(({ log }) =>
    JSON.stringify(log.records.map((record) => ({ ...record, recordId: "" }))),
  );
  expect(new Set(contents).size).toBe(contents.length);
});

test("a fifth of the courses run at `until`, and most of these started within a year", () => {
  const starts = made(20_000, NEW).flatMap(({ log }) => {
    const course = pinnedCourse(log, library, NEW)?.course;
    const counted = course?.counted ?? [];
    const ends = course?.edition.edition.endEvents ?? [];
    if (counted.some(({ record }) => ends.includes(record.event))) return [];
    return counted.filter(({ record }) => record.event === "pathway-start").slice(0, 1);
  });
  expect(starts.length / 20_000).toBeGreaterThan(0.17);
  expect(starts.length / 20_000).toBeLessThan(0.25);
  const recent = starts.filter(({ record }) => record.occurredOn > "2025-11-21");
  expect(recent.length / starts.length).toBeGreaterThan(0.6);
});
