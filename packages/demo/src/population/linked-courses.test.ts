// Knows what courses of one patient have to do with each other.
import { libraryOf, readBundle } from "@rettvei/definitions";
import {
  type CourseFinding,
  findingsAcross,
  isVoid,
  parseCalendarDate,
  pinnedCourse,
} from "@rettvei/engine";
import { beforeAll, describe, expect, test } from "vitest";
import { units } from "../organisation/units.ts";
import { type Link, linkOf } from "./link.ts";
import { type Course, population } from "./population.ts";

const UNTIL = parseCalendarDate("2024-06-30");
const SEED = 11;
const TRUST_OF = new Map(units().map(({ id, trust }) => [id, trust]));

function trustOf({ log }: Course): string | undefined {
  const [first] = log.records;
  if (first === undefined || isVoid(first) || first.unitId === undefined) return undefined;
  return TRUST_OF.get(first.unitId);
}

function linkTo({ log }: Course): Link | undefined {
  return linkOf(SEED, Number(log.courseId.slice(1)));
}

function has({ log }: Course, event: string): boolean {
  return log.records.some((record) => !isVoid(record) && record.event === event);
}

describe("a population of 30,000", () => {
  let byPatient: readonly (readonly Course[])[] = [];
  let findings: readonly CourseFinding[] = [];

  beforeAll(() => {
    const library = libraryOf(readBundle());
    const patients = new Map<string, Course[]>();
    const courses = [...population({ seed: SEED, courses: 30_000, until: UNTIL })];
    for (const course of courses) {
      const { patientId } = course.patient;
      patients.set(patientId, [...(patients.get(patientId) ?? []), course]);
    }
    byPatient = [...patients.values()];
    findings = findingsAcross(
      courses.flatMap(({ log }) => pinnedCourse(log, library, UNTIL) ?? []),
    );
  });

  test("has patients with two courses, and the same patient is the same person in both", () => {
    const pairs = byPatient.filter((courses) => courses.length > 1);
    expect(pairs.length).toBeGreaterThan(800);
    for (const [first, second] of pairs) expect(second?.patient).toEqual(first?.patient);
  });

  test("has transfers that another trust receives, and a few that nobody does", () => {
    const transfers = byPatient.filter(([first]) => first && has(first, "transfer-out"));
    const received = transfers.filter(([, second]) => second && linkTo(second) === "transfer");
    expect(received.length).toBeGreaterThan(200);
    expect(received.length / transfers.length).toBeGreaterThan(0.7);
    expect(received.length).toBeLessThan(transfers.length);
    for (const [first, second] of received) {
      if (first === undefined || second === undefined) throw new Error("a pair of one");
      expect(trustOf(second)).not.toBe(trustOf(first));
      expect(second.log.pathway).toBe(first.log.pathway);
    }
  });

  test("shows transfers that were lost and parallel courses of one kind as findings", () => {
    const ids = new Set(findings.map(({ rule }) => rule.id));
    expect(ids).toEqual(new Set(["parallel-same-type", "transfer-without-receiving-start"]));
  });
});

test("no course follows one that itself follows another", () => {
  const tied = Array.from({ length: 20_000 }, (_, index) => linkOf(5, index) !== undefined);
  expect(tied.filter((one, index) => one && tied[index - 1])).toEqual([]);
  expect(tied.filter((one) => one).length).toBeGreaterThan(1000);
});
