// Knows what the command line must be able to say in plain words. Pathway texts come from the editions, never from here.
import type { Evidence, Standing, VerdictReason } from "@rettvei/engine";

/** A word for one of a thing, and for several. */
export interface Counted {
  readonly one: string;
  readonly many: string;
}

/** What a time rests on: the rule's standing, or the site that supplied it. */
export type Bound = Standing | "local";

/** How a time of one kind is spoken of. Only a statutory deadline is breached. */
export interface BoundWording {
  readonly name: string;
  readonly within: string;
  readonly past: string;
  readonly due: string;
}

/** What `explain` needs to say, once per language. `{…}` are filled in. */
export interface Wording {
  readonly course: string;
  readonly edition: string;
  readonly draft: string;
  readonly ended: string;
  readonly phase: string;
  readonly nextStep: string;
  readonly nextDate: string;
  readonly noPublishedTime: string;
  readonly daysLeft: string;
  readonly daysOver: string;
  readonly today: string;
  readonly rules: string;
  readonly findings: string;
  readonly noFindings: string;
  readonly met: string;
  readonly notMet: string;
  readonly openPending: string;
  readonly openOver: string;
  readonly endedOver: string;
  readonly tooEarly: string;
  readonly undeterminedOpen: string;
  readonly undeterminedClosed: string;
  readonly undeterminedEnded: string;
  readonly notApplicable: string;
  readonly limit: string;
  readonly ownDate: string;
  readonly postponed: string;
  readonly source: string;
  readonly toDo: string;
  readonly calendarDays: Counted;
  readonly workingDays: Counted;
  readonly bounds: Readonly<Record<Bound, BoundWording>>;
  readonly reason: Readonly<Record<VerdictReason, string>>;
  readonly evidence: Readonly<Record<Evidence, string>>;
}

/** A number with the word that goes with it: `1 dag`, `8 dager`. */
export function counted(number: number, { one, many }: Counted): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** The sentence with its `{names}` filled in. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}
