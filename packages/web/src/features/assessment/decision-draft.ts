// Knows a decision of a referral while it is written, and when it holds all that its reply must hold.
import type { GrantedFor, Severity } from "@rettvei/engine";
import { isWholeDay } from "../../components/whole-day.ts";

export type DecisionKind = "grant" | "refuse" | "send-on";
export const DECISION_KINDS: readonly DecisionKind[] = ["grant", "refuse", "send-on"];

export interface DecisionDraft {
  readonly kind: DecisionKind | undefined;
  readonly pathway: string;
  readonly grantedFor: GrantedFor | undefined;
  readonly severity: Severity | undefined;
  /** Pathway whose own content the course keeps; empty for none. */
  readonly condition: string;
  readonly legalDeadline: string;
  readonly careFrom: string;
  readonly text: string;
  readonly reasons: string;
  readonly furtherMeasures: string;
  readonly howToComplain: string;
  readonly toUnitId: string;
  readonly sendOnWhy: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly telephone: string;
  /** Who sends has seen the letter as it is now. */
  readonly hasRead: boolean;
}

/** The last word of a name is the family name. */
export function decisionDraft(pathway: string, author: string): DecisionDraft {
  const words = author.trim().split(/\s+/);
  return {
    kind: undefined,
    pathway,
    grantedFor: undefined,
    severity: undefined,
    condition: "",
    legalDeadline: "",
    careFrom: "",
    text: "",
    reasons: "",
    furtherMeasures: "",
    howToComplain: "",
    toUnitId: "",
    sendOnWhy: "",
    givenName: words.slice(0, -1).join(" "),
    familyName: words.at(-1) ?? "",
    telephone: "",
    hasRead: false,
  };
}

/** Nothing while it is being typed. */
const wholeDay = (text: string): string => (isWholeDay(text) ? text : "");

const said = (...words: readonly string[]): boolean => words.every((word) => word.trim() !== "");

export type Missing =
  | "author"
  | "telephone"
  | "letter"
  | "pathway"
  | "grantedFor"
  | "legalDeadline"
  | "reasons"
  | "advice"
  | "complain"
  | "unit"
  | "why";

type Needed = Readonly<Partial<Record<Missing, string>>>;

/** What each kind of reply must hold, as it is now. */
function neededFor(draft: DecisionDraft): Needed {
  switch (draft.kind) {
    case undefined:
      return {};
    case "grant":
      return {
        pathway: draft.pathway,
        grantedFor: draft.grantedFor ?? "",
        legalDeadline: wholeDay(draft.legalDeadline),
      };
    case "refuse":
      return {
        reasons: draft.reasons,
        advice: draft.furtherMeasures,
        complain: draft.howToComplain,
      };
    case "send-on":
      return { unit: draft.toUnitId, why: draft.sendOnWhy };
  }
}

/** What the reply must hold and lacks, in the order of the form; where it is a letter, also that it was read. */
export function missingIn(draft: DecisionDraft): readonly Missing[] {
  const { kind, givenName, familyName, telephone, hasRead } = draft;
  const hasLetter = kind === "grant" || kind === "refuse";
  const needed: Needed = {
    ...neededFor(draft),
    author: said(givenName, familyName) ? "both" : "",
    telephone,
    ...(hasLetter ? { letter: hasRead ? "read" : "" } : {}),
  };
  return (Object.keys(needed) as Missing[]).filter((what) => !said(needed[what] ?? ""));
}

/** All that the reply must hold is there; and where it is a letter, it was read. */
export function isWhole(draft: DecisionDraft): boolean {
  return draft.kind !== undefined && missingIn(draft).length === 0;
}

/** A change of what the letter says has to be read anew. */
export function changed(draft: DecisionDraft, change: Partial<DecisionDraft>): DecisionDraft {
  const author = ["givenName", "familyName", "telephone", "hasRead"];
  const sameLetter = Object.keys(change).every((key) => author.includes(key));
  return { ...draft, ...(sameLetter ? {} : { hasRead: false }), ...change };
}

function words<Key extends string>(key: Key, text: string): { readonly [K in Key]?: string } {
  return text.trim() === "" ? {} : ({ [key]: text.trim() } as { readonly [K in Key]: string });
}

/** What the letter is made of; undefined for a decision that gives none. */
export function letterDraftOf(draft: DecisionDraft) {
  if (draft.kind === "grant") {
    return {
      decision: "grant" as const,
      ...words("legalDeadline", wholeDay(draft.legalDeadline)),
      ...words("careFrom", wholeDay(draft.careFrom)),
      ...words("text", draft.text),
    };
  }
  if (draft.kind !== "refuse") return undefined;
  return {
    decision: "refuse" as const,
    ...words("reasons", draft.reasons),
    ...words("furtherMeasures", draft.furtherMeasures),
    ...words("howToComplain", draft.howToComplain),
  };
}

export function authorOf({ givenName, familyName, telephone }: DecisionDraft) {
  return {
    givenName: givenName.trim(),
    familyName: familyName.trim(),
    telephone: telephone.trim(),
  };
}

export function grantOf(draft: DecisionDraft) {
  const { pathway, grantedFor, severity } = draft;
  return {
    pathway,
    ...(grantedFor === undefined ? {} : { grantedFor }),
    ...(severity === undefined ? {} : { severity }),
    ...words("condition", draft.condition),
    ...words("legalDeadline", draft.legalDeadline),
    ...words("careFrom", draft.careFrom),
    ...words("text", draft.text),
    author: authorOf(draft),
  };
}

export function refusalOf(draft: DecisionDraft) {
  return {
    ...words("reasons", draft.reasons),
    ...words("furtherMeasures", draft.furtherMeasures),
    ...words("howToComplain", draft.howToComplain),
    author: authorOf(draft),
  };
}
