// Knows the closed list of situations that cases show, and which of them no rule may lack.

export const SITUATIONS = [
  "on-the-limit",
  "one-past",
  "open-not-due",
  "open-past",
  "not-applicable",
  "ended-before-due",
  "ended-after-due",
  "voided",
  "corrected",
  "same-day",
  "leap-day",
  "clock-change",
  "year-end",
  "well-within",
  "on-the-lower-limit",
  "too-early",
  "care-level-unknown",
  "severity-unknown",
  "limit-unknown-open",
  "limit-unknown-closed",
  "limit-unknown-ended",
  "known-care-level",
  "inherited-care-level",
  "postponed",
  "not-postponed",
  "not-begun",
  "repeated",
  "record-before-from",
  "to-after-end",
  "after-as-of",
  "free-days",
  "beyond-first-year",
  "fact-changed",
  "fact-told-late",
  "condition",
] as const;
export type Situation = (typeof SITUATIONS)[number];

const ANY_RULE: readonly Situation[] = [
  "voided",
  "corrected",
  "same-day",
  "leap-day",
  "clock-change",
  "year-end",
];

/** What the cases of a rule with a known limit show, whatever else they show. */
export const SHOWN_WITH_LIMIT: readonly Situation[] = [
  "on-the-limit",
  "one-past",
  "open-not-due",
  "open-past",
  "not-applicable",
  "ended-before-due",
  "ended-after-due",
  ...ANY_RULE,
];

/** The same for a rule none of whose limits anybody could verify. */
export const SHOWN_WITHOUT_LIMIT: readonly Situation[] = [
  "limit-unknown-open",
  "limit-unknown-closed",
  "limit-unknown-ended",
  ...ANY_RULE,
];
