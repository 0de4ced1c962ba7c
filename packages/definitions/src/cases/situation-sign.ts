// Knows how a case is seen to show the situation that it names.
import { type CalendarDate, isVoid, toDayNumber, weekdayOf } from "@rettvei/engine";
import type { ExpectedVerdict, RuleCase } from "./rule-case.ts";
import type { Situation } from "./situation.ts";

interface Sign {
  /** What the case must hold, in words for the one who wrote it. */
  readonly needs: string;
  isIn(shown: RuleCase): boolean;
}

function verdict(needs: string, is: (expected: ExpectedVerdict) => boolean): Sign {
  return { needs, isIn: ({ expect }) => expect.some(is) };
}

function spanned(needs: string, is: (from: CalendarDate, last: CalendarDate) => boolean): Sign {
  return {
    needs: `a verdict whose days hold ${needs}`,
    isIn: ({ expect, asOf }) => expect.some(({ from, to }) => is(from, to ?? asOf)),
  };
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

function yearsOf(from: CalendarDate, last: CalendarDate): readonly number[] {
  const first = yearOf(from);
  return Array.from({ length: yearOf(last) - first + 1 }, (_, i) => first + i);
}

/** Summer time begins and ends on the last Sunday of March and of October. */
function clockChanges(year: number): readonly string[] {
  return ["03", "10"].map((month) => {
    const last = toDayNumber(`${year}-${month}-31` as CalendarDate);
    return `${year}-${month}-${31 - (weekdayOf(last) % 7)}`;
  });
}

function isOfReason(reason: ExpectedVerdict["reason"], closed: "to" | "end" | "open"): Sign {
  return verdict(`a verdict ${reason} (${closed})`, (one) => {
    if (one.reason !== reason) return false;
    return one.open ? closed === "open" : (one.to === undefined ? "end" : "to") === closed;
  });
}

const eventRecords = ({ log }: RuleCase) =>
  log.flatMap((record) => (isVoid(record) ? [] : [record]));

const metBeforeDue = verdict(
  "a verdict met before its due date",
  (one) => one.verdict === "met" && one.to !== one.dueOn,
);

const SIGNS: Readonly<Record<Situation, Sign>> = {
  "on-the-limit": verdict(
    "a verdict met on its due date",
    (one) => one.verdict === "met" && one.to !== undefined && one.to === one.dueOn,
  ),
  "one-past": verdict(
    "a verdict not-met, over by 1",
    (one) => one.verdict === "not-met" && one.to !== undefined && one.overBy === 1,
  ),
  "open-not-due": verdict("a verdict pending", (one) => one.verdict === "pending"),
  "open-past": verdict(
    "a verdict not-met that is open",
    (one) => one.verdict === "not-met" && one.open,
  ),
  "not-applicable": verdict("a verdict not-applicable", (one) => one.verdict === "not-applicable"),
  "ended-before-due": verdict(
    "a verdict not-applicable, ended",
    (one) => one.verdict === "not-applicable" && one.reason === "ended",
  ),
  "ended-after-due": verdict(
    "a verdict not-met, ended",
    (one) => one.verdict === "not-met" && one.reason === "ended",
  ),
  voided: { needs: "a void in the log", isIn: ({ log }) => log.some(isVoid) },
  corrected: {
    needs: "a correction in the log",
    isIn: (shown) => eventRecords(shown).some((record) => record.corrects !== undefined),
  },
  "same-day": verdict("a verdict from and to one day", (one) => one.from === one.to),
  "leap-day": spanned("a 29 February", (from, last) =>
    yearsOf(from, last).some((year) => {
      const day = `${year}-02-29`;
      return year % 4 === 0 && from <= day && day <= last;
    }),
  ),
  "clock-change": spanned("a change to or from summer time", (from, last) =>
    yearsOf(from, last)
      .flatMap(clockChanges)
      .some((day) => from <= day && day <= last),
  ),
  "year-end": spanned("a turn of the year", (from, last) => yearOf(from) < yearOf(last)),
  "well-within": metBeforeDue,
  "on-the-lower-limit": metBeforeDue,
  "too-early": verdict("a verdict too-early", (one) => one.reason === "too-early"),
  "care-level-unknown": verdict(
    "a verdict care-level-unknown",
    (one) => one.reason === "care-level-unknown",
  ),
  "severity-unknown": verdict(
    "a verdict severity-unknown",
    (one) => one.reason === "severity-unknown",
  ),
  "limit-unknown-open": isOfReason("limit-unknown", "open"),
  "limit-unknown-closed": isOfReason("limit-unknown", "to"),
  "limit-unknown-ended": isOfReason("limit-unknown", "end"),
  "known-care-level": verdict(
    "a verdict with its care level",
    (one) => one.careLevel !== undefined,
  ),
  "inherited-care-level": verdict(
    "a verdict with its care level",
    (one) => one.careLevel !== undefined,
  ),
  postponed: verdict("a verdict postponed", (one) => one.postponed),
  "not-postponed": verdict("a verdict that is not postponed", (one) => !one.postponed),
  "not-begun": { needs: "no verdict", isIn: ({ expect }) => expect.length === 0 },
  repeated: {
    needs: "two records of one event",
    isIn: (shown) => {
      const events = eventRecords(shown).map(({ event }) => event);
      return new Set(events).size < events.length;
    },
  },
  "record-before-from": {
    needs: "a record dated before the verdict's from",
    isIn: (shown) =>
      shown.expect.some(({ from }) =>
        eventRecords(shown).some(({ occurredOn }) => occurredOn < from),
      ),
  },
  "to-after-end": {
    needs: "a record dated between the verdict's from and to",
    isIn: (shown) =>
      shown.expect.some(({ from, to = from }) =>
        eventRecords(shown).some(({ occurredOn }) => from < occurredOn && occurredOn < to),
      ),
  },
  "after-as-of": {
    needs: "a record dated after as-of",
    isIn: (shown) => eventRecords(shown).some(({ occurredOn }) => occurredOn > shown.asOf),
  },
  "free-days": verdict(
    "a verdict whose days are fewer than those of the calendar",
    ({ from, to, days }) =>
      to !== undefined && days !== undefined && days < toDayNumber(to) - toDayNumber(from),
  ),
  "beyond-first-year": {
    needs: "records more than 365 days apart",
    isIn: (shown) => {
      const days = eventRecords(shown).map(({ occurredOn }) => toDayNumber(occurredOn));
      return Math.max(...days) - Math.min(...days) > 365;
    },
  },
  "fact-changed": {
    needs: "two records that tell different facts of one kind",
    isIn: (shown) =>
      (["severity", "grantedFor", "condition", "legalDeadline"] as const).some(
        (fact) => new Set(eventRecords(shown).flatMap((record) => record[fact] ?? [])).size > 1,
      ),
  },
  "fact-told-late": {
    needs: "a record dated after the verdict's to",
    isIn: (shown) =>
      shown.expect.some(({ to }) =>
        eventRecords(shown).some(({ occurredOn }) => to !== undefined && occurredOn > to),
      ),
  },
  condition: {
    needs: "a record that tells a condition",
    isIn: (shown) => eventRecords(shown).some((record) => record.condition !== undefined),
  },
};

/** What the case lacks of the situation it names; undefined if it shows it. */
export function lacking(shown: RuleCase): string | undefined {
  const sign = SIGNS[shown.shows];
  return sign.isIn(shown) ? undefined : sign.needs;
}
