// Knows what the generator asks of the editions: where a course is coded, when it starts, what is registered.
import {
  type CompiledEdition,
  type DayNumber,
  type Library,
  type PathwayEditions,
  toDayNumber,
  type WorkingCalendar,
} from "@rettvei/engine";
import type { Sector } from "../calibration.ts";
import type { Condition } from "./person.ts";

/** Where a course is coded; `condition` only where the pathway of the condition itself takes no one. */
export interface Coding {
  readonly pathway: string;
  readonly condition: Condition | undefined;
}

export interface Rulebook {
  readonly calendar: WorkingCalendar;
  /** First day on which any course may start. */
  readonly firstDay: DayNumber;
  codingOf(sector: Sector, condition: Condition | undefined, start: DayNumber): Coding;
  /** Whether a course assessed on this day starts on it, rather than on the day the referral came. */
  startsWhenAssessed(sector: Sector, assessed: DayNumber): boolean;
  /** Events that a course of this coding and start registers or has from elsewhere. */
  eventsOf(coding: Coding, start: DayNumber): ReadonlySet<string>;
}

interface DatedEdition {
  readonly from: DayNumber;
  /** First day without new courses; endless where none is known. */
  readonly retiredFrom: DayNumber;
  readonly compiled: CompiledEdition;
  readonly startsWhenAssessed: boolean;
  readonly events: ReadonlyMap<string | undefined, ReadonlySet<string>>;
}

function followsAssessment({ edition }: CompiledEdition): boolean {
  return edition.findings.some(
    (finding) => finding.kind === "date-differs" && finding.on.includes("referral-assessed"),
  );
}

function eventsBy(compiled: CompiledEdition): ReadonlyMap<string | undefined, ReadonlySet<string>> {
  const known = (has: readonly boolean[]): ReadonlySet<string> =>
    new Set(compiled.events.filter((_, at) => has[at]).map((event) => event.id));
  return new Map([
    [undefined, known(compiled.plain.hasEvent)],
    ...[...compiled.byCondition].map(
      ([condition, variant]) => [condition, known(variant.hasEvent)] as const,
    ),
  ]);
}

function datedEditions(editions: PathwayEditions): readonly DatedEdition[] {
  return editions.inForce.map((compiled) => {
    const { edition, retiredFrom } = compiled.edition;
    return {
      from: toDayNumber(edition),
      retiredFrom: retiredFrom === undefined ? Number.POSITIVE_INFINITY : toDayNumber(retiredFrom),
      compiled,
      startsWhenAssessed: followsAssessment(compiled),
      events: eventsBy(compiled),
    };
  });
}

function inForceOn(editions: readonly DatedEdition[], day: DayNumber): DatedEdition {
  let found = editions[0];
  for (const candidate of editions) if (candidate.from <= day) found = candidate;
  if (found === undefined) throw new Error("bug: a pathway has no edition in force");
  return found;
}

/** Whether a pathway takes new courses on a day: it has begun, and is not retired. */
function takesNew(editions: readonly DatedEdition[], day: DayNumber): boolean {
  const { from, retiredFrom } = inForceOn(editions, day);
  return from <= day && day < retiredFrom;
}

/** Reads once what is asked for every course. */
export function rulebookOf(library: Library): Rulebook {
  const dated = new Map(
    [...library.pathways].map(([pathway, editions]) => [pathway, datedEditions(editions)]),
  );
  const editionsOf = (pathway: string): readonly DatedEdition[] => {
    const editions = dated.get(pathway);
    if (editions === undefined)
      throw new RangeError(`population: the bundle has no pathway "${pathway}"`);
    return editions;
  };
  const [oldest] = editionsOf("phv-voksne");
  if (oldest === undefined) throw new Error("bug: a pathway has no edition in force");
  return {
    calendar: oldest.compiled.calendar,
    firstDay: oldest.from,
    codingOf: (sector, condition, start) => {
      if (condition === undefined) return { pathway: sector, condition };
      if (takesNew(editionsOf(condition), start))
        return { pathway: condition, condition: undefined };
      const folded = inForceOn(editionsOf(sector), start).events.has(condition);
      return { pathway: sector, condition: folded ? condition : undefined };
    },
    startsWhenAssessed: (sector, assessed) =>
      inForceOn(editionsOf(sector), assessed).startsWhenAssessed,
    eventsOf: (coding, start) => {
      const { events } = inForceOn(editionsOf(coding.pathway), start);
      const known = events.get(coding.condition) ?? events.get(undefined);
      if (known === undefined) throw new Error("bug: an edition has no plain variant");
      return known;
    },
  };
}
