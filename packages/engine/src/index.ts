// The entry of the engine: everything that other packages may use.
export * from "./calendar/calendar-date.ts";
export { easterSunday } from "./calendar/easter.ts";
export {
  type WorkingCalendar,
  type WorkingDayRules,
  workingCalendar,
} from "./calendar/working-days.ts";
export * from "./course/position.ts";
export { type CompiledEdition, compileEdition } from "./edition/compiled-edition.ts";
export * from "./edition/edition.ts";
export * from "./edition/library.ts";
export type { Finding } from "./findings/finding.ts";
export { type CourseFinding, findingsAcross } from "./findings/findings-across.ts";
export * from "./judge.ts";
export type { CountedRecord } from "./log/counting.ts";
export * from "./log/record.ts";
export { type CourseAt, isRunning } from "./verdicts/course-at.ts";
export * from "./verdicts/verdict.ts";
