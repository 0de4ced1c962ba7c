// Knows the table of rules of design section 5, typed in by hand, and gives them the shape the engine reads.
import type {
  IndividualDeadlineRule,
  IntervalRule,
  LimitCase,
  RecordSelector,
  Rule,
} from "@rettvei/engine";
import {
  type EditionByHand,
  type Figure,
  type LimitedRule,
  type Limits,
  limitsOf,
  type PathwayByHand,
} from "./limits.ts";
import { BY_HAND, plain } from "./sources.ts";

type Shape = Pick<IntervalRule, "take" | "from" | "to"> &
  Partial<Pick<IntervalRule, "beginsWith" | "notWhenGrantedFor" | "within">>;

const CONCLUDING: RecordSelector = {
  event: "clinical-decision",
  exceptOutcomes: ["extended-assessment"],
};

function shapeOf(rule: LimitedRule, pathway: PathwayByHand): Shape {
  switch (rule) {
    case "first-contact":
      return { take: "first", from: { event: contactFrom(pathway) }, to: "first-attendance" };
    case "assessment":
      return {
        take: "first",
        from: { event: "first-attendance" },
        to: "clinical-decision",
        notWhenGrantedFor: "treatment",
      };
    case "extended-assessment":
      return {
        take: "each",
        from: { event: "clinical-decision", outcomes: ["extended-assessment"] },
        to: "clinical-decision",
      };
    case "first-evaluation":
      return {
        take: "first",
        from: CONCLUDING,
        beginsWith: ["treatment-phv", "treatment-tsb", null],
        to: "evaluation",
      };
    case "evaluation-cycle":
      return {
        take: "each",
        from: { event: "evaluation" },
        to: "evaluation",
        ...(pathway === "tsb" ? { within: { days: 365, after: CONCLUDING } } : {}),
      };
    case "detox-to-treatment":
      return { take: "each", from: { event: "detox-end" }, to: "treatment-start" };
  }
}

function contactFrom(pathway: PathwayByHand): string {
  return pathway === "tvangslidelse" ? "ocd-team-referral-received" : "referral-received";
}

/** All rules of an edition, by hand. */
export function rulesByHand(edition: EditionByHand): readonly Rule[] {
  return [...sharedRules(edition.pathway), ...limitedRules(edition)];
}

/** The rules whose limits the table gives: what a condition keeps when it is folded into a general pathway. */
export function limitedRules(edition: EditionByHand): readonly IntervalRule[] {
  return Object.entries(limitsOf(edition)).map(([name, limits]) =>
    interval(edition.pathway, name, {
      ...shapeOf(name as LimitedRule, edition.pathway),
      standing: "recommendation",
      count: "calendar-days",
      ...casesOf(limits),
    }),
  );
}

function sharedRules(pathway: PathwayByHand): readonly Rule[] {
  const after = (event: string, to: string) => ({ take: "first", from: { event }, to }) as const;
  const summary = { ...after("discharge", "discharge-summary-sent"), take: "each" } as const;
  const target = { ...summary, standing: "target", count: "calendar-days" } as const;
  const legalDeadline: IndividualDeadlineRule = {
    kind: "individual-deadline",
    id: `${pathway}.legal-deadline`,
    standing: "statutory",
    title: plain("legal-deadline"),
    source: BY_HAND,
    to: "first-attendance",
  };
  return [
    interval(pathway, "referral-assessment", {
      ...after("referral-received", "referral-assessed"),
      standing: "statutory",
      count: "working-days",
      ...casesOf({ any: 10 }),
    }),
    legalDeadline,
    interval(pathway, "inclusion", {
      ...after("emergency-assessment", "inclusion-decision"),
      standing: "recommendation",
      count: "calendar-days",
      ...casesOf({ any: 14 }),
    }),
    interval(pathway, "discharge-summary-1d", { ...target, ...casesOf({ any: 1 }) }),
    interval(pathway, "discharge-summary-7d", { ...target, ...casesOf({ any: 7 }) }),
  ];
}

type IntervalParts = Omit<IntervalRule, "kind" | "id" | "title" | "source">;

function interval(pathway: string, name: string, parts: IntervalParts): IntervalRule {
  return {
    kind: "interval",
    id: `${pathway}.${name}`,
    title: plain(name),
    source: BY_HAND,
    ...parts,
  };
}

/** How the cases of a limit look to the engine. */
function casesOf(limits: Limits): Pick<IntervalRule, "dependsOn" | "limits"> {
  if ("any" in limits) return { dependsOn: "nothing", limits: [limitCase(limits.any, {})] };
  if ("serious" in limits) {
    return {
      dependsOn: "severity",
      limits: [
        limitCase(limits.serious, { severity: "serious" }),
        limitCase(limits["less-serious"], { severity: "less-serious" }),
      ],
    };
  }
  return {
    dependsOn: "care-level",
    limits: [
      limitCase(limits.poliklinikk, { careLevel: "poliklinikk" }),
      limitCase(limits.dogn, { careLevel: "dogn" }),
    ],
  };
}

function limitCase(figure: Figure, which: Pick<LimitCase, "careLevel" | "severity">): LimitCase {
  if (figure === "?") return { ...which, source: BY_HAND };
  if (typeof figure === "number") return { ...which, atMost: figure, source: BY_HAND };
  const [atLeast, atMost] = figure;
  return { ...which, atLeast, atMost, source: BY_HAND };
}
