// Knows what the picture of a course holds, in days: points, bars with their limits, what is coming, and today.
import { addDays, parseCalendarDate, toDayNumber } from "@rettvei/engine";
import type { Course, RecordView, VerdictView } from "../../../app/api/contract.ts";

export interface Point {
  readonly key: string;
  readonly day: number;
  /** Undefined for the next step, which nobody has registered. */
  readonly record: RecordView | undefined;
  readonly ahead: boolean;
}

export interface Bar {
  readonly key: string;
  readonly verdict: VerdictView;
  readonly from: number;
  /** Where it ended; for what is open, today or the day before which it cannot end. */
  readonly until: number;
  readonly due: number | undefined;
  readonly least: number | undefined;
}

/** Bars of one rule that do not lie over each other. */
export interface Row {
  readonly key: string;
  readonly bars: readonly [Bar, ...Bar[]];
}

export interface CoursePicture {
  readonly first: number;
  readonly last: number;
  readonly today: number;
  readonly points: readonly Point[];
  readonly rows: readonly Row[];
}

const dayOf = (date: string): number => toDayNumber(parseCalendarDate(date));

function barOf(verdict: VerdictView): Bar {
  const { ruleId, from, to, end, dueOn, atLeastDays, count, asOf, open } = verdict;
  const start = dayOf(from.on);
  const close = to ?? end;
  const until = close !== null ? dayOf(close.on) : open ? dayOf(asOf) : start;
  const least =
    atLeastDays === null || count === "working-days"
      ? undefined
      : dayOf(addDays(parseCalendarDate(from.on), atLeastDays));
  return {
    key: `${ruleId} ${from.recordId}`,
    verdict,
    from: start,
    until: Math.max(until, start),
    due: dueOn === null ? undefined : dayOf(dueOn),
    least,
  };
}

const reach = ({ until, due }: Bar): number => Math.max(until, due ?? until);

/** One row for each rule, and one more wherever its bars would lie over each other; the earliest first. */
function rowsOf(verdicts: readonly VerdictView[]): readonly Row[] {
  const rows: { ruleId: string; bars: [Bar, ...Bar[]] }[] = [];
  const bars = verdicts.map(barOf).toSorted((a, b) => a.from - b.from);
  for (const bar of bars) {
    const { ruleId } = bar.verdict;
    const free = rows.find(
      (row) => row.ruleId === ruleId && row.bars.every((one) => reach(one) <= bar.from),
    );
    if (free === undefined) rows.push({ ruleId, bars: [bar] });
    else free.bars.push(bar);
  }
  return rows.map((row) => ({ key: row.bars[0].key, bars: row.bars }));
}

function pointsOf({ records, position }: Course): readonly Point[] {
  const there = records.flatMap((record): readonly Point[] => {
    const { recordId, occurredOn, state } = record;
    if (occurredOn === null || record.event === null) return [];
    if (state !== "counts" && state !== "future") return [];
    return [{ key: recordId, day: dayOf(occurredOn), record, ahead: state === "future" }];
  });
  const { nextStep, nextDate } = position;
  if (nextStep === null || nextDate === null) return there;
  return [...there, { key: "next", day: dayOf(nextDate.on), record: undefined, ahead: true }];
}

/** Undefined for a course of which nothing is known yet. */
export function coursePicture(course: Course): CoursePicture | undefined {
  const points = pointsOf(course).toSorted((a, b) => a.day - b.day);
  if (points.length === 0) return undefined;
  const rows = rowsOf(course.verdicts);
  const today = dayOf(course.asOf);
  const bars = rows.flatMap((row) => row.bars);
  const starts = [...points.map(({ day }) => day), ...bars.map(({ from }) => from), today];
  const ends = [...points.map(({ day }) => day), ...bars.map(reach), today];
  return { first: Math.min(...starts), last: Math.max(...ends), today, points, rows };
}
