// Knows the table of findings of design section 5, typed in by hand.
import type { CrossFindingRule, LogFindingRule } from "@rettvei/engine";
import type { EditionKind } from "./limits.ts";
import { BY_HAND, plain } from "./sources.ts";

type Severity = "error" | "warning" | "info";

function base<Level extends Severity>(id: string, severity: Level) {
  return { id, severity, message: plain(id), advice: plain(id), source: BY_HAND };
}

export function findingsByHand(kind: EditionKind): readonly LogFindingRule[] {
  return [...orderFindings(), ...contentFindings(), ...editionFindings(kind)];
}

function orderFindings(): readonly LogFindingRule[] {
  const start = { event: "pathway-start" };
  return [
    { ...base("start-missing", "error"), kind: "missing", ...start },
    { ...base("duplicate-start", "error"), kind: "repeated", records: start, allowed: 1 },
    {
      ...base("event-before-start", "error"),
      kind: "dated-before-first",
      first: "pathway-start",
      except: [
        "referral-received",
        "referral-assessed",
        "emergency-assessment",
        "inclusion-decision",
      ],
    },
    {
      ...base("event-after-closure", "error"),
      kind: "dated-after-first",
      first: "closure",
      except: ["discharge-summary-sent"],
    },
    {
      ...base("decision-before-first-attendance", "warning"),
      kind: "dated-before-first",
      first: "first-attendance",
      only: ["clinical-decision"],
      unlessGrantedFor: "treatment",
    },
    { ...base("inactive", "info"), kind: "inactive", days: 365 },
  ];
}

function contentFindings(): readonly LogFindingRule[] {
  const decision = "clinical-decision";
  return [
    {
      ...base("too-many-clinical-decisions", "warning"),
      kind: "repeated",
      records: { event: decision },
      allowed: 2,
    },
    {
      ...base("extended-assessment-twice", "warning"),
      kind: "repeated",
      records: { event: decision, outcomes: ["extended-assessment"] },
      allowed: 1,
    },
    {
      ...base("feedback-tool-repeated", "info"),
      kind: "repeated",
      records: { event: "activity-performed", outcomes: ["feedback-tool"] },
      allowed: 1,
    },
    { ...base("outcome-missing", "warning"), kind: "outcome-missing" },
    { ...base("outcome-unknown", "error"), kind: "outcome-unknown" },
    {
      ...base("care-level-missing", "warning"),
      kind: "care-level-missing",
      events: ["first-attendance", decision, "evaluation", "detox-end"],
    },
    { ...base("recorded-before-occurred", "error"), kind: "recorded-before-occurred" },
    { ...base("legal-deadline-moved", "warning"), kind: "legal-deadline-moved" },
  ];
}

function editionFindings(kind: EditionKind): readonly LogFindingRule[] {
  const coded = kind === "coded";
  return [
    {
      ...base("start-date-mismatch", "warning"),
      kind: "date-differs",
      event: "pathway-start",
      on: ["inclusion-decision", coded ? "referral-received" : "referral-assessed"],
    },
    { ...base("event-not-in-edition", coded ? "error" : "info"), kind: "not-in-edition" },
    {
      ...base("pathway-retired", "info"),
      kind: "started-when-retired",
      event: "pathway-start",
    },
  ];
}

export const CROSS_FINDINGS: readonly CrossFindingRule[] = [
  { ...base("parallel-same-type", "warning"), kind: "parallel", event: "pathway-start" },
  {
    ...base("transfer-without-receiving-start", "warning"),
    kind: "transfer-without-start",
    event: "transfer-out",
    start: "pathway-start",
    days: 14,
  },
];
