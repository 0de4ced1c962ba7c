// Knows where in the picture a day stands, where labels find room, and which months are written.
import { toYearMonthDay } from "@rettvei/engine";

export interface Scale {
  readonly width: number;
  readonly x: (day: number) => number;
}

/** Room at both ends, so that a sign on the first or last day is whole. */
const MARGIN = 14;
/** A day is never narrower: a long course is wider than the window, and is scrolled. */
const LEAST_PER_DAY = 0.8;
const WIDEST = 6_000;

export function scaleOf(first: number, last: number, room: number): Scale {
  const days = Math.max(last - first, 1);
  const width = Math.max(room, Math.min(days * LEAST_PER_DAY + 2 * MARGIN, WIDEST));
  const perDay = (width - 2 * MARGIN) / days;
  return { width, x: (day) => MARGIN + (day - first) * perDay };
}

/** Estimated, on the wide side: a label is never cut. */
export function textWidth(text: string, fontSize: number): number {
  return Math.ceil(text.length * fontSize * 0.56);
}

export interface Placed<T> {
  readonly item: T;
  readonly lane: number;
  readonly x: number;
  /** Whether the label stands before its sign, for want of room after it. */
  readonly before: boolean;
}

const GAP = 12;

/** Each label in the first lane that has room for it. `reserved` is what sign and label take together. */
export function placed<T>(
  items: readonly { readonly item: T; readonly x: number; readonly reserved: number }[],
  width: number,
): readonly Placed<T>[] {
  const ends: number[] = [];
  return items
    .map(({ item, x, reserved }) => {
      const before = x + reserved > width && x - reserved >= 0;
      const left = before ? x - reserved : x - GAP / 2;
      return { item, x, before, left, right: left + reserved };
    })
    .toSorted((a, b) => a.left - b.left)
    .map(({ item, x, before, left, right }) => {
      const free = ends.findIndex((end) => end + GAP <= left);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = right;
      return { item, lane, x, before };
    });
}

export interface MonthMark {
  readonly day: number;
  /** 1 to 12. */
  readonly month: number;
  readonly year: number;
}

const MONTH_ROOM = 46;
const DAYS_A_MONTH = 30.44;

/** First days of months, as many as there is room to write; one that begins a year is always among them. */
export function monthMarks(first: number, last: number, scale: Scale): readonly MonthMark[] {
  const perMonth = (scale.x(first + 1) - scale.x(first)) * DAYS_A_MONTH;
  const step = [1, 2, 3, 6, 12].find((months) => months * perMonth >= MONTH_ROOM) ?? 12;
  const marks: MonthMark[] = [];
  for (let day = first; day <= last; day++) {
    const { year, month, day: ofMonth } = toYearMonthDay(day);
    if (ofMonth === 1 && (month - 1) % step === 0) marks.push({ day, month, year });
  }
  return marks;
}
