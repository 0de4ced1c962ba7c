// Knows the laws of a single verdict: what each word brings with it, and what it rests on.
import {
  findingsOf,
  isVoid,
  pinnedCourse,
  type Rule,
  VERDICTS,
  type Verdict,
  verdictsOf,
} from "@rettvei/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyDate } from "../arbitrary/any-date.ts";
import { anyLog } from "../arbitrary/any-log.ts";
import { anyQuestion, type Question } from "../arbitrary/any-patient.ts";
import { calendarDays, calendarDaysAfter, isWorkingDay } from "../oracle/day-list.ts";
import { engineRows, engineRowsUnder } from "../rows/engine-rows.ts";
import { BUNDLE, EDITIONS, LIBRARY, RUNS } from "./law-editions.ts";

/** Tries a law on every verdict of a thousand random logs, and makes sure that it met some. */
function everyVerdict(law: (verdict: Verdict, question: Question) => void, wanted = RUNS): void {
  let met = 0;
  fc.assert(
    fc.property(anyQuestion, (question) => {
      for (const log of question.logs) {
        const judged = pinnedCourse(log, LIBRARY, question.asOf);
        if (judged === undefined) continue;
        for (const verdict of verdictsOf(judged)) {
          met += 1;
          law(verdict, question);
        }
      }
    }),
    { numRuns: RUNS },
  );
  expect(met).toBeGreaterThan(wanted);
}

const rulesOfEditions: ReadonlySet<Rule> = new Set(
  EDITIONS.flatMap((edition) => [
    ...edition.rules,
    ...edition.conditions.flatMap((content) => content.rules),
  ]),
);

function sourceIsKnown(ref: string): boolean {
  return Object.hasOwn(BUNDLE.sources, ref);
}

describe("every verdict", () => {
  it("has a rule of an edition, and that rule and its limit a source the bundle knows", () => {
    everyVerdict(({ rule, limit }) => {
      expect(rulesOfEditions.has(rule)).toBe(true);
      expect(sourceIsKnown(rule.source.ref)).toBe(true);
      if (limit !== undefined) expect(sourceIsKnown(limit.source.ref)).toBe(true);
    });
  });

  it("brings the figures its word asks for, and no others", () => {
    everyVerdict((verdict) => {
      const { limitDays, dueOn, days, overBy } = verdict;
      const dated = verdict.verdict === "met" || verdict.verdict === "not-met";
      const limited = dated || verdict.verdict === "pending";
      expect(dueOn !== undefined).toBe(limited);
      expect(limitDays !== undefined).toBe(limited && verdict.rule.kind === "interval");
      expect(days !== undefined).toBe(verdict.verdict !== "not-applicable");
      expect(overBy !== undefined).toBe(
        verdict.verdict === "not-met" && verdict.reason !== "too-early",
      );
      if (overBy !== undefined) expect(overBy).toBeGreaterThanOrEqual(1);
    });
  });

  it("is open only where neither a `to` nor an end has closed it", () => {
    everyVerdict((verdict) => {
      if (verdict.open) {
        expect(verdict.to).toBeUndefined();
        expect(["pending", "not-met", "undetermined"]).toContain(verdict.verdict);
        expect(verdict.reason === undefined || verdict.verdict === "undetermined").toBe(true);
      }
      if (verdict.verdict === "pending") expect(verdict.open).toBe(true);
      if (verdict.verdict === "met") expect(verdict.to).toBeDefined();
    });
  });

  it("uses only records dated on or before the date asked for", () => {
    everyVerdict(({ from, to, end, asOf }, question) => {
      expect(asOf).toBe(question.asOf);
      for (const record of [from, to, end]) {
        if (record !== undefined) expect(record.occurredOn <= asOf).toBe(true);
      }
    });
  });

  it("in calendar days is due its limit after `from`, and as far over as `to` or today is past that", () => {
    everyVerdict(({ rule, from, to, end, asOf, dueOn, limitDays, overBy }) => {
      if (rule.kind !== "interval" || rule.count !== "calendar-days") return;
      if (dueOn === undefined || limitDays === undefined) return;
      expect(dueOn).toBe(calendarDaysAfter(limitDays, from.occurredOn));
      const until = to?.occurredOn ?? end?.occurredOn ?? asOf;
      if (overBy !== undefined) expect(overBy).toBe(calendarDays(dueOn, until));
    });
  });

  it("in working days is due on a working day", () => {
    everyVerdict(({ rule, dueOn, limitDays }) => {
      if (rule.kind !== "interval" || rule.count !== "working-days") return;
      if (dueOn === undefined || limitDays === 0) return;
      expect(isWorkingDay(dueOn)).toBe(true);
    });
  });
});

describe("an unknown case", () => {
  it("of care level never gives a limit where the rule depends on it", () => {
    everyVerdict(({ rule, careLevel, limitDays, dueOn, verdict, reason }) => {
      if (rule.kind !== "interval" || rule.dependsOn !== "care-level") return;
      if (careLevel !== undefined) return;
      expect([limitDays, dueOn]).toEqual([undefined, undefined]);
      expect(["care-level-unknown", "granted-for-treatment"]).toContain(reason);
      expect(["undetermined", "not-applicable"]).toContain(verdict);
    });
  });

  it("of severity never gives a limit where the rule depends on it", () => {
    everyVerdict(({ rule, reason, dueOn }, { logs }) => {
      if (rule.kind !== "interval" || rule.dependsOn !== "severity") return;
      const told = logs.some((log) =>
        log.records.some((record) => !isVoid(record) && record.severity !== undefined),
      );
      if (told) return;
      expect(dueOn).toBeUndefined();
      expect(reason).toBe("severity-unknown");
    });
  });

  it("of limit is one that the rule has no figure for", () => {
    everyVerdict(({ rule, reason, limit, careLevel }) => {
      if (reason !== "limit-unknown" || rule.kind !== "interval") return;
      expect(limit?.atMost).toBeUndefined();
      const figures = rule.limits.filter(
        (one) => one.careLevel === undefined || one.careLevel === careLevel,
      );
      expect(figures.filter((one) => one.atMost !== undefined)).toEqual([]);
    });
  });
});

describe("the verdicts of a log", () => {
  it("add up: one at most of a rule that takes the first, and every one has a known word", () => {
    fc.assert(
      fc.property(anyQuestion, ({ logs, asOf }) => {
        const rows = logs.flatMap((log) => {
          const judged = pinnedCourse(log, LIBRARY, asOf);
          return judged === undefined ? [] : verdictsOf(judged);
        });
        const counts = VERDICTS.map(
          (word) => rows.filter((verdict) => verdict.verdict === word).length,
        );
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
        for (const { rule } of rows) {
          const ofRule = rows.filter((verdict) => verdict.rule === rule);
          const froms = new Set(ofRule.map((verdict) => verdict.from.recordId));
          expect(froms.size).toBe(ofRule.length);
          if (rule.kind !== "interval" || rule.take === "first") expect(ofRule).toHaveLength(1);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe("judging a valid log", () => {
  it("never throws, on any date and under any edition of its pathway, and names only its records", () => {
    const editions = [...LIBRARY.pathways.values()].flatMap((pathway) => [
      ...pathway.inForce,
      ...pathway.drafts,
    ]);
    fc.assert(
      fc.property(anyLog(), anyDate, fc.constantFrom(...editions), (log, asOf, edition) => {
        engineRowsUnder({ ...log, pathway: edition.edition.pathway }, edition, asOf);
        engineRows([log], LIBRARY, asOf);
        const judged = pinnedCourse(log, LIBRARY, asOf);
        const ids = log.records.map((record) => record.recordId);
        for (const finding of judged === undefined ? [] : findingsOf(judged)) {
          expect(ids).toEqual(expect.arrayContaining([...finding.recordIds]));
        }
      }),
      { numRuns: RUNS },
    );
  });
});
