// Knows the referral that is being written in this window: it is there after a look at another page, and in no storage.
import type { ReferralDraft } from "./referral-draft.ts";

let kept: ReferralDraft | undefined;

export function keepDraft(draft: ReferralDraft): void {
  kept = draft;
}

/** Undefined where none is begun. */
export function keptDraft(): ReferralDraft | undefined {
  return kept;
}

export function forgetDraft(): void {
  kept = undefined;
}
