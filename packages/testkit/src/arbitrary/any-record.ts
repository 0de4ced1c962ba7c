// Knows how to draw one registered event, complete or not, right or wrong.
import type { CareLevel, EventRecord, GrantedFor, Severity } from "@rettvei/engine";
import fc from "fast-check";
import { CONDITIONS } from "../by-hand/limits.ts";
import { VOCABULARY } from "../by-hand/vocabulary.ts";
import { daysAfter, instant, osloDate } from "../dates.ts";

/** A record without identity: what was registered, and how many days after the course's first day. */
export interface DrawnRecord extends DrawnFields {
  readonly event: string;
  readonly outcome: string | undefined;
  readonly offset: number;
}

interface DrawnFields {
  readonly careLevel: CareLevel | undefined;
  readonly unitId: string | undefined;
  readonly severity: Severity | undefined;
  readonly grantedFor: GrantedFor | undefined;
  readonly condition: string | undefined;
  /** Days from the event to the legal deadline that this record tells. */
  readonly deadlineIn: number | undefined;
  /** Days from the event to the registration; negative where somebody registered ahead. */
  readonly lag: number;
  readonly clock: string;
}

/** A value now and then; nothing the other `rarity` times out of `rarity + 1`. */
function now<T>(rarity: number, ...values: readonly T[]): fc.Arbitrary<T | undefined> {
  return fc
    .nat({ max: (rarity + 1) * values.length - 1 })
    .map((drawn) => values[drawn - rarity * values.length]);
}

export const anyFields: fc.Arbitrary<DrawnFields> = fc.record({
  careLevel: now<CareLevel>(1, "poliklinikk", "poliklinikk", "dogn", "dag"),
  unitId: now(1, "u1", "u2"),
  severity: now<Severity>(8, "serious", "less-serious"),
  grantedFor: now<GrantedFor>(12, "assessment", "treatment"),
  condition: now(12, ...CONDITIONS),
  deadlineIn: now(8, 0, 1, 7, 14, 30, 60, 120, -1),
  lag: fc.constantFrom(0, 0, 0, 0, 0, 1, 3, 30, 400, -1, -2),
  clock: fc.constantFrom("08:00", "12:00", "21:30", "22:00", "22:30", "23:00", "23:59", "00:00"),
});

/** An outcome that fits the event, or none, or one that does not fit. */
export function anyOutcome(event: string): fc.Arbitrary<string | undefined> {
  return outcomeArbitraries.get(event) ?? fc.constant(undefined);
}

const outcomeArbitraries: ReadonlyMap<string, fc.Arbitrary<string | undefined>> = new Map(
  VOCABULARY.map(([event, outcomes]) => [
    event,
    outcomes.length === 0
      ? now(20, "completed", "no-such-outcome")
      : fc.constantFrom<string | undefined>(undefined, ...outcomes, ...outcomes, "no-such-outcome"),
  ]),
);

/** The record with its place in a log: an id, a first day to count from, and what it corrects. */
export function recordFrom(
  drawn: DrawnRecord,
  place: { readonly recordId: string; readonly firstDay: string; readonly corrects?: string },
): EventRecord {
  const occurredOn = daysAfter(drawn.offset, place.firstDay);
  const recordedAt = instant(`${daysAfter(drawn.lag, occurredOn)}T${drawn.clock}:00Z`);
  const { deadlineIn } = drawn;
  return {
    recordId: place.recordId,
    event: drawn.event,
    outcome: drawn.outcome,
    occurredOn,
    recordedAt,
    recordedOn: osloDate(recordedAt),
    careLevel: drawn.careLevel,
    unitId: drawn.unitId,
    severity: drawn.severity,
    grantedFor: drawn.grantedFor,
    condition: drawn.condition,
    legalDeadline: deadlineIn === undefined ? undefined : daysAfter(deadlineIn, occurredOn),
    corrects: place.corrects,
  };
}
