// Knows a plan while it is being written, and what is still missing in it.
import type { Schemas } from "../../app/api/client.ts";

type Plan = Schemas["Plan"];
export type PlanKind = Plan["kind"];
export type PlanVersion = Plan["versions"][number];

export const PLAN_KINDS: readonly PlanKind[] = ["assessment", "treatment", "crisis"];

export interface GoalDraft {
  readonly key: string;
  readonly words: string;
  readonly patientsOwn: boolean;
}

export interface MeasureDraft {
  readonly key: string;
  readonly what: string;
  readonly who: string;
  readonly when: string;
}

export interface PlanDraft {
  readonly goals: readonly GoalDraft[];
  readonly measures: readonly MeasureDraft[];
  /** Empty where none is chosen. */
  readonly nextEvaluationOn: string;
  readonly together: boolean;
  readonly whyNot: string;
  readonly whatChanged: string;
  readonly largerChange: boolean;
  readonly telephone: string;
}

export function newGoal(): GoalDraft {
  return { key: crypto.randomUUID(), words: "", patientsOwn: true };
}

export function newMeasure(): MeasureDraft {
  return { key: crypto.randomUUID(), what: "", who: "", when: "" };
}

/** A draft that goes on from the version in use; an empty one where there is none. */
export function draftFrom(version: PlanVersion | undefined): PlanDraft {
  const key = () => crypto.randomUUID();
  return {
    goals: version?.goals.map((goal) => ({ ...goal, key: key() })) ?? [newGoal()],
    measures: version?.measures.map((measure) => ({ ...measure, key: key() })) ?? [newMeasure()],
    nextEvaluationOn: version?.nextEvaluationOn ?? "",
    together: true,
    whyNot: "",
    whatChanged: "",
    largerChange: false,
    telephone: "",
  };
}

export type Missing = "goal" | "next-evaluation" | "why-not" | "what-changed";

/** In the order of the page. */
export function missingIn(draft: PlanDraft, kind: PlanKind, isChange: boolean): readonly Missing[] {
  const none = (text: string): boolean => text.trim() === "";
  return [
    ...(draft.goals.every(({ words }) => none(words)) ? (["goal"] as const) : []),
    ...(kind === "treatment" && draft.nextEvaluationOn === ""
      ? (["next-evaluation"] as const)
      : []),
    ...(!draft.together && none(draft.whyNot) ? (["why-not"] as const) : []),
    ...(isChange && none(draft.whatChanged) ? (["what-changed"] as const) : []),
  ];
}

export interface PlanChange {
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

function linesOf({ goals, measures }: PlanVersion): readonly string[] {
  return [
    ...goals.map(({ words }) => words),
    ...measures.map(({ what, who, when }) => [what, who, when].join(", ")),
  ];
}

/** Goals and measures that one version has and the one before it does not, and the other way. */
export function changeBetween(before: PlanVersion, after: PlanVersion): PlanChange {
  const [old, now] = [linesOf(before), linesOf(after)];
  return {
    added: now.filter((line) => !old.includes(line)),
    gone: old.filter((line) => !now.includes(line)),
  };
}
