// Knows the vocabulary of events as design section 4 lists it, in its order, typed in by hand.

export const VOCABULARY: readonly (readonly [event: string, outcomes: readonly string[]])[] = [
  ["referral-received", []],
  ["referral-assessed", ["right-granted", "no-right"]],
  ["emergency-assessment", []],
  ["inclusion-decision", []],
  ["pathway-start", []],
  ["ocd-team-referral-received", []],
  ["first-attendance", []],
  [
    "clinical-decision",
    [
      "extended-assessment",
      "treatment-phv",
      "treatment-tsb",
      "treatment-other-specialist",
      "municipal-follow-up",
      "other-agency",
      "no-further-need",
    ],
  ],
  ["treatment-plan", ["made-with-patient", "made-without-patient"]],
  ["treatment-start", []],
  ["detox-end", []],
  ["evaluation", []],
  ["patient-postponed", []],
  ["activity-performed", ["feedback-tool", "standardised-measure", "somatic-health"]],
  ["care-need-at-closing", []],
  ["transfer-out", []],
  ["transfer-private-specialist", []],
  ["discharge", []],
  ["discharge-summary-sent", []],
  ["closure", ["completed", "interrupted-by-patient", "interrupted-by-unit", "deceased", "other"]],
];

/** Letters of joined codes, as far as anybody knows them. */
export const EVENT_LETTERS: ReadonlyMap<string, string> = new Map([
  ["C", "clinical-decision"],
  ["L", "patient-postponed"],
  ["U", "activity-performed"],
]);

export const OUTCOME_LETTERS: ReadonlyMap<string, string> = new Map([
  ["C U", "extended-assessment"],
  ["C P", "treatment-phv"],
  ["C T", "treatment-tsb"],
  ["C S", "treatment-other-specialist"],
  ["C K", "municipal-follow-up"],
  ["C A", "other-agency"],
  ["C I", "no-further-need"],
  ["U F", "feedback-tool"],
]);

export const TYPE_CODES: ReadonlyMap<string, string> = new Map([
  ["D11", "phv-voksne"],
  ["D12", "phv-barn-unge"],
  ["D01", "tsb"],
  ["D06", "psykose"],
]);
