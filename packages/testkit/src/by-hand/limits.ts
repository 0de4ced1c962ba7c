// Knows every limit of every edition as the table of design section 5 gives it, typed in by hand.
// This is what guards the pathway files: both would have to be wrong in the same way.

export type GeneralPathway = "phv-voksne" | "phv-barn-unge" | "tsb";
export type ConditionPathway = "psykose" | "tvangslidelse" | "spiseforstyrrelser" | "gravide-rus";
export type PathwayByHand = GeneralPathway | ConditionPathway;
export type EditionKind = "coded" | "hearing-draft" | "simplified";

/** A figure, `?` for one that nobody could verify, or a lower and an upper figure. */
export type Figure = number | "?" | readonly [atLeast: number, atMost: number];

/** What a limit depends on, and the figure of each case. */
export type Limits =
  | { readonly any: Figure }
  | { readonly poliklinikk: Figure; readonly dogn: Figure }
  | { readonly serious: Figure; readonly "less-serious": Figure };

export type LimitedRule =
  | "assessment"
  | "extended-assessment"
  | "first-evaluation"
  | "evaluation-cycle"
  | "detox-to-treatment"
  | "first-contact";

export type LimitsOfPathway = Readonly<Partial<Record<LimitedRule, Limits>>>;

export interface EditionByHand {
  readonly pathway: PathwayByHand;
  readonly edition: string;
  readonly kind: EditionKind;
}

export const GENERAL: readonly GeneralPathway[] = ["phv-voksne", "phv-barn-unge", "tsb"];
export const CONDITIONS: readonly ConditionPathway[] = [
  "psykose",
  "tvangslidelse",
  "spiseforstyrrelser",
  "gravide-rus",
];

const levels = (poliklinikk: Figure, dogn: Figure): Limits => ({ poliklinikk, dogn });
const any = (figure: Figure): Limits => ({ any: figure });

export const LIMITS_CODED: Readonly<Record<PathwayByHand, LimitsOfPathway>> = {
  "phv-voksne": {
    assessment: levels(42, "?"),
    "extended-assessment": any(42),
    "first-evaluation": levels("?", "?"),
    "evaluation-cycle": levels("?", "?"),
  },
  "phv-barn-unge": {
    assessment: levels(42, "?"),
    "extended-assessment": any(42),
    "first-evaluation": levels(42, "?"),
    "evaluation-cycle": levels(84, "?"),
  },
  tsb: {
    assessment: levels(21, 7),
    "first-evaluation": any(7),
    "evaluation-cycle": levels(56, 42),
    "detox-to-treatment": levels(3, 0),
  },
  psykose: {
    assessment: levels("?", "?"),
    "first-evaluation": levels("?", "?"),
    "evaluation-cycle": levels("?", "?"),
    "first-contact": any(7),
  },
  tvangslidelse: { assessment: any(56), "first-contact": any(42) },
  spiseforstyrrelser: {
    assessment: levels(42, 14),
    "first-evaluation": levels(28, 14),
    "evaluation-cycle": levels(42, 14),
    "first-contact": { serious: 7, "less-serious": 28 },
  },
  "gravide-rus": {
    assessment: levels(7, [3, 7]),
    "first-evaluation": levels(14, 7),
    "evaluation-cycle": any(42),
    "detox-to-treatment": any(0),
  },
};

const UNKNOWN_FOR_ALL: LimitsOfPathway = {
  assessment: levels("?", "?"),
  "first-evaluation": levels("?", "?"),
  "evaluation-cycle": levels("?", "?"),
};

/** The hearing drafts and the simplified editions: the rules stay, nobody has a figure. */
const LIMITS_SIMPLIFIED: Readonly<Record<GeneralPathway, LimitsOfPathway>> = {
  "phv-voksne": { ...UNKNOWN_FOR_ALL, "extended-assessment": any("?") },
  "phv-barn-unge": { ...UNKNOWN_FOR_ALL, "extended-assessment": any("?") },
  tsb: { ...UNKNOWN_FOR_ALL, "detox-to-treatment": levels("?", "?") },
};

const APPLIES_FROM: Readonly<Record<PathwayByHand, readonly string[]>> = {
  "phv-voksne": ["2019-01-01", "2023-01-01"],
  "phv-barn-unge": ["2019-01-01", "2022-03-01", "2023-01-01"],
  tsb: ["2019-01-01", "2022-01-01", "2023-01-01"],
  psykose: ["2019-02-15", "2023-01-01"],
  tvangslidelse: ["2019-02-15", "2023-01-01"],
  spiseforstyrrelser: ["2019-02-15", "2023-01-01"],
  "gravide-rus": ["2020-01-01", "2023-01-01"],
};

/** Every edition that design section 4 names. */
export const EDITIONS: readonly EditionByHand[] = [...GENERAL, ...CONDITIONS].flatMap(
  (pathway): readonly EditionByHand[] => {
    const coded = APPLIES_FROM[pathway].map(
      (edition) => ({ pathway, edition, kind: "coded" }) as const,
    );
    if (!isGeneral(pathway)) return coded;
    return [
      ...coded,
      { pathway, edition: "2024-02-08", kind: "hearing-draft" },
      { pathway, edition: "2025-01-01", kind: "simplified" },
    ];
  },
);

export function isGeneral(pathway: PathwayByHand): pathway is GeneralPathway {
  return GENERAL.some((general) => general === pathway);
}

export function limitsOf({ pathway, kind }: EditionByHand): LimitsOfPathway {
  return kind === "coded" || !isGeneral(pathway)
    ? LIMITS_CODED[pathway]
    : LIMITS_SIMPLIFIED[pathway];
}

/** How sure the table is of the figures of a pathway's coded editions. A figure that is `?` is `unknown`. */
export const EVIDENCE_CODED: Readonly<Record<PathwayByHand, "secondary" | "verified">> = {
  "phv-voksne": "secondary",
  "phv-barn-unge": "secondary",
  tsb: "verified",
  psykose: "verified",
  tvangslidelse: "verified",
  spiseforstyrrelser: "verified",
  "gravide-rus": "verified",
};
