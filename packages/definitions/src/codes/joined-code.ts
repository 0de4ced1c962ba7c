// Knows joined codes: pathway type, letter of the event, letter of the outcome, as `D11CP`.
import type { Evidence, SourceRef } from "@rettvei/engine";
import type { Bundle } from "../bundle.ts";

/** What a joined code stands for, and what each part of it rests on. */
export interface ExplainedCode {
  readonly code: string;
  readonly pathway: string;
  readonly event: string;
  readonly outcome: string | undefined;
  /** Of pathway type, event and outcome, in this order. */
  readonly sources: readonly SourceRef[];
  /** How sure the whole is: its weakest part, and at most inferred where nobody saw this very code. */
  readonly evidence: Evidence;
}

const STRENGTH: readonly Evidence[] = ["verified", "secondary", "inferred", "local", "unknown"];

function weakest(evidence: readonly Evidence[]): Evidence {
  return evidence.reduce(
    (a, b) => (STRENGTH.indexOf(a) >= STRENGTH.indexOf(b) ? a : b),
    "verified",
  );
}

const JOINED = /^([A-Z]\d{2})([A-Z])([A-Z])?$/;

/** Explains a joined code; undefined if it is none, or has a part that nobody could verify. */
export function explainCode(bundle: Bundle, code: string): ExplainedCode | undefined {
  const parts = JOINED.exec(code);
  if (parts === null) return undefined;
  const [, typeCode, eventLetter, outcomeLetter] = parts;
  const { pathwayTypes, events, outcomes } = bundle.codes;
  const type = pathwayTypes.codes.find((one) => one.code === typeCode);
  const event = events.codes.find((one) => one.letter === eventLetter);
  if (type === undefined || event === undefined) return undefined;
  const outcome =
    outcomeLetter === undefined
      ? undefined
      : outcomes.codes.find((one) => one.event === event.event && one.letter === outcomeLetter);
  if (outcomeLetter !== undefined && outcome === undefined) return undefined;
  const sources = [type.source, event.source, ...(outcome ? [outcome.source] : [])];
  const seenIn = (outcome ?? event).seenIn ?? [];
  const seen: Evidence = seenIn.includes(type.pathway) ? "verified" : "inferred";
  return {
    code,
    pathway: type.pathway,
    event: event.event,
    outcome: outcome?.outcome,
    sources,
    evidence: weakest([...sources.map((source) => source.evidence), seen]),
  };
}

export interface Registration {
  readonly pathway: string;
  readonly event: string;
  readonly outcome?: string | undefined;
}

/** Composes the joined code of a registration, or says which part of it nobody could verify. */
export function composeCode(
  bundle: Bundle,
  { pathway, event, outcome }: Registration,
): ExplainedCode | { readonly unknown: "pathway" | "event" | "outcome" } {
  const { pathwayTypes, events, outcomes } = bundle.codes;
  const type = pathwayTypes.codes.find((one) => one.pathway === pathway);
  if (type === undefined) return { unknown: "pathway" };
  const letter = events.codes.find((one) => one.event === event)?.letter;
  if (letter === undefined) return { unknown: "event" };
  const outcomeLetter =
    outcome === undefined
      ? ""
      : outcomes.codes.find((one) => one.event === event && one.outcome === outcome)?.letter;
  if (outcomeLetter === undefined) return { unknown: "outcome" };
  return explainCode(bundle, type.code + letter + outcomeLetter) ?? { unknown: "event" };
}
