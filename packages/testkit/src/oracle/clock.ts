// Knows how a rule counts: in calendar days or in working days.
import type { Rule } from "@rettvei/engine";
import { calendarDays, calendarDaysAfter, workingDays, workingDaysAfter } from "./day-list.ts";

export interface Clock {
  days(from: string, to: string): number;
  /** Days over, for a date that is after the due date. */
  over(dueOn: string, date: string): number;
  after(days: number, from: string): string;
}

const calendarClock: Clock = { days: calendarDays, over: calendarDays, after: calendarDaysAfter };

const workingClock: Clock = {
  days: workingDays,
  over: (dueOn, date) => Math.max(1, workingDays(dueOn, date)),
  after: workingDaysAfter,
};

export function clockOf(rule: Rule): Clock {
  return rule.kind === "interval" && rule.count === "working-days" ? workingClock : calendarClock;
}
