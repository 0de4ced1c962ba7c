// Knows an edition made ready for judging: names turned into places, conditions laid over the rules.
import { type CalendarDate, type DayNumber, toDayNumber } from "../calendar/calendar-date.ts";
import { CALENDAR_DAYS, type DayCount, workingDayCount } from "../calendar/day-count.ts";
import type { WorkingCalendar } from "../calendar/working-days.ts";
import { type CountedRecord, type EventIndex, UNKNOWN_EVENT } from "../log/counting.ts";
import type {
  Edition,
  EventDefinition,
  IndividualDeadlineRule,
  IntervalRule,
  LimitCase,
  RecordSelector,
  Rule,
} from "./edition.ts";

/** Picks counted records; `event` is -1 if the vocabulary does not hold the event, which picks nothing. */
export interface CompiledSelector {
  readonly event: EventIndex;
  readonly outcomes: ReadonlySet<string | null> | undefined;
  readonly exceptOutcomes: ReadonlySet<string> | undefined;
}

export interface CompiledInterval {
  readonly kind: "interval";
  readonly rule: IntervalRule;
  readonly from: CompiledSelector;
  readonly beginsWith: ReadonlySet<string | null> | undefined;
  readonly to: EventIndex;
  readonly within: { readonly days: number; readonly after: CompiledSelector } | undefined;
  readonly onlyFirst: boolean;
  readonly dependsOn: IntervalRule["dependsOn"];
  readonly notWhenGrantedFor: IntervalRule["notWhenGrantedFor"];
  readonly count: DayCount;
  readonly limitByCase: ReadonlyMap<string, CompiledLimit>;
}

export interface CompiledLimit {
  readonly limit: LimitCase;
  readonly atLeast: number | undefined;
  readonly atMost: number | undefined;
}

export interface CompiledIndividualDeadline {
  readonly kind: "individual-deadline";
  readonly rule: IndividualDeadlineRule;
  readonly to: EventIndex;
}

export type CompiledRule = CompiledInterval | CompiledIndividualDeadline;

/** Rules and known events of an edition for courses with one condition, or with none. */
export interface EditionVariant {
  readonly rules: readonly CompiledRule[];
  /** True at the index of each event that the edition registers or knows from elsewhere. */
  readonly hasEvent: readonly boolean[];
}

export interface CompiledEdition {
  readonly edition: Edition;
  readonly calendar: WorkingCalendar;
  /** First date the edition applies to. */
  readonly appliesFrom: CalendarDate;
  /** The same as a day number. */
  readonly fromDay: DayNumber;
  readonly eventOrder: ReadonlyMap<string, EventIndex>;
  readonly events: readonly EventDefinition[];
  /** Outcome ids by event index. */
  readonly outcomes: readonly ReadonlySet<string>[];
  readonly start: EventIndex;
  /** True at the index of each event that ends a course. */
  readonly isEnd: readonly boolean[];
  readonly postponed: EventIndex;
  readonly retiredFromDay: DayNumber | undefined;
  readonly plain: EditionVariant;
  readonly byCondition: ReadonlyMap<string, EditionVariant>;
}

/** Key of a limit case; the single figure has the key "". */
function limitKey(of: Pick<LimitCase, "careLevel" | "severity">): string {
  return of.careLevel ?? of.severity ?? "";
}

function ruleName(rule: Rule): string {
  return rule.id.slice(rule.id.indexOf(".") + 1);
}

function compileSelector(
  selector: RecordSelector,
  eventOrder: ReadonlyMap<string, EventIndex>,
): CompiledSelector {
  return {
    event: eventOrder.get(selector.event) ?? -1,
    outcomes: selector.outcomes && new Set(selector.outcomes),
    exceptOutcomes: selector.exceptOutcomes && new Set(selector.exceptOutcomes),
  };
}

export function picks(selector: CompiledSelector, counted: CountedRecord): boolean {
  if (counted.event !== selector.event) return false;
  const outcome = counted.record.outcome ?? null;
  if (selector.outcomes !== undefined && !selector.outcomes.has(outcome)) return false;
  return outcome === null || !selector.exceptOutcomes?.has(outcome);
}

function compileRule(
  rule: Rule,
  eventOrder: ReadonlyMap<string, EventIndex>,
  calendar: WorkingCalendar,
): CompiledRule {
  const to = eventOrder.get(rule.to) ?? -1;
  if (rule.kind === "individual-deadline") return { kind: rule.kind, rule, to };
  return {
    kind: rule.kind,
    rule,
    from: compileSelector(rule.from, eventOrder),
    beginsWith: rule.beginsWith && new Set(rule.beginsWith),
    to,
    within: rule.within && {
      days: rule.within.days,
      after: compileSelector(rule.within.after, eventOrder),
    },
    onlyFirst: rule.take === "first",
    dependsOn: rule.dependsOn,
    notWhenGrantedFor: rule.notWhenGrantedFor,
    count: rule.count === "working-days" ? workingDayCount(calendar) : CALENDAR_DAYS,
    limitByCase: new Map(
      rule.limits.map((limit) => [
        limitKey(limit),
        { limit, atLeast: limit.atLeast, atMost: limit.atMost },
      ]),
    ),
  };
}

function variantOf(
  edition: Edition,
  rules: readonly Rule[],
  extraEvents: readonly string[],
  eventOrder: ReadonlyMap<string, EventIndex>,
  calendar: WorkingCalendar,
): EditionVariant {
  return {
    rules: rules.map((rule) => compileRule(rule, eventOrder, calendar)),
    hasEvent: edition.events.map(
      (event) => event.registration !== "absent" || extraEvents.includes(event.id),
    ),
  };
}

/** A condition's rules take the place of the edition's rules of the same name; the rest stay. */
function rulesWithCondition(edition: Edition, own: readonly Rule[]): readonly Rule[] {
  const names = new Set(own.map(ruleName));
  return [...edition.rules.filter((rule) => !names.has(ruleName(rule))), ...own];
}

/** Makes an edition ready for judging. Done once per edition; judging never parses. */
export function compileEdition(edition: Edition, calendar: WorkingCalendar): CompiledEdition {
  const eventOrder = new Map(edition.events.map((event, index) => [event.id, index]));
  const indexOf = (event: string): EventIndex => eventOrder.get(event) ?? UNKNOWN_EVENT;
  return {
    edition,
    calendar,
    appliesFrom: edition.edition,
    fromDay: toDayNumber(edition.edition),
    eventOrder,
    events: edition.events,
    outcomes: edition.events.map((event) => new Set(event.outcomes.map((outcome) => outcome.id))),
    start: indexOf(edition.startEvent),
    isEnd: edition.events.map((event) => edition.endEvents.includes(event.id)),
    postponed: indexOf(edition.postponedEvent),
    retiredFromDay: edition.retiredFrom && toDayNumber(edition.retiredFrom),
    plain: variantOf(edition, edition.rules, [], eventOrder, calendar),
    byCondition: new Map(
      edition.conditions.map((content) => [
        content.condition,
        variantOf(
          edition,
          rulesWithCondition(edition, content.rules),
          content.events,
          eventOrder,
          calendar,
        ),
      ]),
    ),
  };
}
