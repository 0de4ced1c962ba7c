// Knows how the flow of a unit is shown: phases and steps in the order of the editions, and no time of a few.
import type { Bundle } from "@rettvei/definitions";
import type { Edition, NextDateKind } from "@rettvei/engine";
import type { StandingRow, StepRow } from "../../store/unit-flow.ts";
import type { Flow } from "../schemas/flow.ts";
import { textsView } from "./texts-view.ts";

/** A time of fewer than these tells of single patients, and says little of how long something takes. */
const FEW = 5;

const STATUTORY: readonly (NextDateKind | null)[] = ["legal-deadline", "statutory"];

/** Places in the newest edition that names each id; what none names comes last. */
export interface FlowOrder {
  readonly phase: (pathway: string, id: string | null) => number;
  readonly rule: (id: string) => number;
  readonly standingOf: (ruleId: string) => Flow["steps"][number]["standing"];
}

function placesOf(
  editions: readonly Edition[],
  idsOf: (edition: Edition) => readonly string[],
): ReadonlyMap<string, number> {
  const newestFirst = [...editions].sort((a, b) => (a.edition < b.edition ? 1 : -1));
  const ids = [...new Set(newestFirst.flatMap(idsOf))];
  return new Map(ids.map((id, place) => [id, place]));
}

export function flowOrder({ editions }: Bundle): FlowOrder {
  const phases = placesOf(editions, ({ pathway, phases: all }) =>
    all.map(({ id }) => `${pathway}/${id}`),
  );
  const rules = placesOf(editions, ({ rules: own, conditions }) =>
    [...own, ...conditions.flatMap((condition) => condition.rules)].map(({ id }) => id),
  );
  const texts = textsView({ editions });
  return {
    phase: (pathway, id) => (id === null ? -1 : (phases.get(`${pathway}/${id}`) ?? phases.size)),
    rule: (id) => rules.get(id) ?? rules.size,
    standingOf: (ruleId) => texts.rules[ruleId]?.standing ?? "recommendation",
  };
}

type ByText = (a: string, b: string) => number;
const byText: ByText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function grouped<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): readonly (readonly [Row, ...Row[]])[] {
  const groups = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

function total(rows: readonly StandingRow[], of: (row: StandingRow) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}

export function phasesView(rows: readonly StandingRow[], order: FlowOrder): Flow["phases"] {
  const key = ({ pathway, phase }: StandingRow): string => JSON.stringify([pathway, phase]);
  const phases = grouped(rows, key).map((same) => ({
    pathway: same[0].pathway,
    phase: same[0].phase,
    courses: total(same, ({ courses }) => courses),
    longer: total(same, ({ nextKind, over }) => (STATUTORY.includes(nextKind) ? 0 : over)),
    breached: total(same, ({ nextKind, over }) => (STATUTORY.includes(nextKind) ? over : 0)),
  }));
  return [...phases].sort(
    (a, b) =>
      byText(a.pathway, b.pathway) ||
      order.phase(a.pathway, a.phase) - order.phase(b.pathway, b.phase),
  );
}

export function waitsView(rows: readonly StandingRow[]): Flow["waits"] {
  const key = ({ pathway, nextStep, nextKind }: StandingRow): string =>
    JSON.stringify([pathway, nextStep, nextKind]);
  const waits = grouped(rows, key).map((same) => ({
    pathway: same[0].pathway,
    step: same[0].nextStep,
    kind: same[0].nextKind,
    courses: total(same, ({ courses }) => courses),
    over: total(same, ({ over }) => over),
  }));
  const name = (wait: Flow["waits"][number]): string => `${wait.pathway} ${wait.step} ${wait.kind}`;
  return [...waits].sort(
    (a, b) => b.over - a.over || b.courses - a.courses || byText(name(a), name(b)),
  );
}

/** Steps of one rule by how many days they took, the shortest first. */
type Spread = readonly [StepRow, ...StepRow[]];

/** Days at the part of the way through all steps; between the two nearest where it falls between them. */
function quantile(spread: Spread, part: number): number {
  const place = (count(spread, "taken") - 1) * part;
  const daysAt = (at: number): number => {
    let passed = 0;
    for (const { taken, days } of spread) {
      passed += taken;
      if (passed > at) return days;
    }
    return 0;
  };
  const below = daysAt(Math.floor(place));
  const between = below + (daysAt(Math.ceil(place)) - below) * (place % 1);
  return Math.round(between * 10) / 10;
}

function count(spread: Spread, of: "taken" | "limited" | "over"): number {
  return spread.reduce((sum, row) => sum + row[of], 0);
}

function stepView(spread: Spread, order: FlowOrder): Flow["steps"][number] {
  const [{ pathway, ruleId }] = spread;
  const taken = count(spread, "taken");
  const step = { pathway, ruleId, standing: order.standingOf(ruleId), taken };
  if (taken < FEW) return { ...step, median: null, p90: null, limited: null, over: null };
  const times = { median: quantile(spread, 0.5), p90: quantile(spread, 0.9) };
  return { ...step, ...times, limited: count(spread, "limited"), over: count(spread, "over") };
}

export function stepsView(rows: readonly StepRow[], order: FlowOrder): Flow["steps"] {
  const byDays = [...rows].sort((a, b) => a.days - b.days);
  const key = ({ pathway, ruleId }: StepRow): string => JSON.stringify([pathway, ruleId]);
  return grouped(byDays, key)
    .map((spread) => stepView(spread, order))
    .sort(
      (a, b) =>
        byText(a.pathway, b.pathway) ||
        order.rule(a.ruleId) - order.rule(b.ruleId) ||
        byText(a.ruleId, b.ruleId),
    );
}
