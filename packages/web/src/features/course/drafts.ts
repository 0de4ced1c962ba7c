// Knows several registrations that are filled in together and saved as one.
import type { Course, EventRegistration } from "../../app/api/contract.ts";
import { type Draft, newDraft, registrationOf } from "./draft.ts";

export interface DraftLine {
  /** The same on a second try: the service never writes it twice. */
  readonly recordId: string;
  readonly draft: Draft;
}

export function newLine(draft: Draft): DraftLine {
  return { recordId: crypto.randomUUID(), draft };
}

/** What is saved: lines without an event are left out; undefined while any other is not whole, or there is none. */
export function registrationsOf(
  lines: readonly DraftLine[],
): readonly (EventRegistration & { readonly recordId: string })[] | undefined {
  const begun = lines.filter(({ draft }) => draft.event !== "");
  const whole = begun.flatMap(({ recordId, draft }) => {
    const registration = registrationOf(draft);
    return registration === undefined ? [] : [{ ...registration, recordId }];
  });
  return whole.length > 0 && whole.length === begun.length ? whole : undefined;
}

/** Lines that say something which was not sent: one that was changed after it was sent is another registration. */
export function unsent(
  lines: readonly DraftLine[],
  sent: readonly DraftLine[],
): readonly DraftLine[] {
  const wasSent = ({ recordId }: DraftLine) => sent.some((one) => one.recordId === recordId);
  return lines
    .filter((line) => line.draft.event !== "" && !sent.includes(line))
    .map((line) => (wasSent(line) ? newLine(line.draft) : line));
}

/** What is most likely registered next: the next step, unless its outcome has to be chosen anyhow. */
export function likelyDraft({ position, registrable, asOf }: Course): Draft {
  const next = registrable.find(({ event }) => event === position.nextStep?.event);
  const draft = newDraft(asOf);
  return next === undefined || next.outcomes.length > 0 ? draft : { ...draft, event: next.event };
}
