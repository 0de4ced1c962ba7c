// Knows how a patient adds own words to a referral that waits: below what was there, which stays.
import { AppError } from "../../app-error.ts";
import type { Telling } from "../../facts/append-fact.ts";
import { factsOfMatter } from "../../facts/read-facts.ts";
import { changeReferral } from "./change-referral.ts";
import { type Referral, referralOf } from "./referral.ts";
import type { ReferralSeen } from "./seen-referral.ts";

const LONGEST = 10_000;
const NOTE = "Pasienten har skrevet mer.";

/** Throws AppError `bad-input` where it has become too long, `not-now` where the referral is decided. */
export async function addReferralWords(
  telling: Telling,
  which: ReferralSeen,
  words: string,
): Promise<Referral> {
  const before = referralOf(await factsOfMatter(telling.client, which.referralId));
  const patientWords = [before.content.patientWords, words].filter(Boolean).join("\n\n");
  if (patientWords.length > LONGEST) {
    throw new AppError("bad-input", "the request holds fields that are not as expected", [
      { path: "/words", expected: `${LONGEST} letters with those before`, found: "more" },
    ]);
  }
  return changeReferral(telling, which, {
    ...{ urgency: undefined, points: [], patientWords },
    note: NOTE,
  });
}
