// Knows whole editions made from the tables typed in by hand: the pathway files' rules told a second time.
import type { ConditionContent, Edition, EventDefinition } from "@rettvei/engine";
import { on } from "../dates.ts";
import { CROSS_FINDINGS, findingsByHand } from "./findings.ts";
import { CONDITIONS, EDITIONS, type EditionByHand, isGeneral } from "./limits.ts";
import { limitedRules, rulesByHand } from "./rules.ts";
import { BY_HAND, plain } from "./sources.ts";
import { VOCABULARY } from "./vocabulary.ts";

const SIX_REGISTERED = [
  "pathway-start",
  "first-attendance",
  "clinical-decision",
  "treatment-plan",
  "evaluation",
  "closure",
];
const KNOWN_ELSEWHERE = [
  "referral-received",
  "referral-assessed",
  "emergency-assessment",
  "inclusion-decision",
  "transfer-out",
  "discharge",
  "discharge-summary-sent",
];
const RETIRED_FROM = on("2025-01-01");

/** Every edition of design section 4, with the texts left out that no judge reads. */
export function editionsByHand(): readonly Edition[] {
  return EDITIONS.map((edition) => editionByHand(edition));
}

function editionByHand(edition: EditionByHand): Edition {
  const coded = edition.kind === "coded";
  return {
    pathway: edition.pathway,
    name: plain(edition.pathway),
    edition: on(edition.edition),
    status: edition.kind === "hearing-draft" ? "draft" : "in-force",
    ...(isGeneral(edition.pathway) ? {} : { retiredFrom: RETIRED_FROM }),
    source: BY_HAND,
    events: VOCABULARY.map(([id, outcomes]) => eventByHand(edition, id, outcomes)),
    endEvents: ["closure", "transfer-out", "transfer-private-specialist"],
    startEvent: "pathway-start",
    postponedEvent: "patient-postponed",
    phases: [],
    rules: rulesByHand(edition),
    conditions: coded ? [] : CONDITIONS.map((condition) => conditionByHand(condition)),
    findings: findingsByHand(edition.kind),
    crossFindings: CROSS_FINDINGS,
    checklists: [],
    hash: `by-hand ${edition.pathway} ${edition.edition}`,
  };
}

function eventByHand(
  edition: EditionByHand,
  id: string,
  outcomes: readonly string[],
): EventDefinition {
  return {
    id,
    name: plain(id),
    registration: registrationOf(edition, id),
    outcomes: outcomes.map((outcome) => ({ id: outcome, name: plain(outcome), source: BY_HAND })),
    source: BY_HAND,
  };
}

/** Whether an edition registers an event, knows it from elsewhere, or is without it. */
function registrationOf(
  { pathway, edition, kind }: EditionByHand,
  event: string,
): EventDefinition["registration"] {
  if (kind !== "coded") {
    if (SIX_REGISTERED.includes(event)) return "registered";
    return KNOWN_ELSEWHERE.includes(event) ? "known-elsewhere" : "absent";
  }
  const absent =
    (event === "transfer-private-specialist" && edition < "2023-01-01") ||
    (event === "detox-end" && pathway !== "tsb" && pathway !== "gravide-rus") ||
    (event === "ocd-team-referral-received" && pathway !== "tvangslidelse");
  if (absent) return "absent";
  return KNOWN_ELSEWHERE.includes(event) ? "known-elsewhere" : "registered";
}

/** What a course with a condition keeps: the limited rules of that condition's 2023 edition. */
function conditionByHand(condition: (typeof CONDITIONS)[number]): ConditionContent {
  return {
    condition,
    rules: limitedRules({ pathway: condition, edition: "2023-01-01", kind: "coded" }),
    events: condition === "tvangslidelse" ? ["ocd-team-referral-received"] : [],
  };
}
