// Knows the shapes that all definition files use: texts, sources, selectors.
import { CARE_LEVELS, EVIDENCE, GRANTED_FOR, SEVERITIES } from "@rettvei/engine";
import Type from "typebox";

export const strict = { additionalProperties: false } as const;

export const NonEmpty = Type.String({ minLength: 1, description: "a text that is not empty" });

export const TextShape = Type.Object({ nb: NonEmpty, nn: NonEmpty, en: NonEmpty }, strict);

export const DateShape = Type.String({
  pattern: "^\\d{4}-\\d{2}-\\d{2}$",
  description: 'a date "YYYY-MM-DD" in quotes',
});

export const IdShape = Type.String({
  pattern: "^[a-z0-9]+(-[a-z0-9]+)*$",
  description: "an id of small letters, digits and hyphens",
});

export const SourceShape = Type.Object(
  {
    ref: IdShape,
    section: Type.Optional(NonEmpty),
    evidence: Type.Enum([...EVIDENCE]),
    "last-checked": Type.Optional(DateShape),
  },
  strict,
);

export const CareLevelShape = Type.Enum([...CARE_LEVELS]);
export const SeverityShape = Type.Enum([...SEVERITIES]);
export const GrantedForShape = Type.Enum([...GRANTED_FOR]);

/** Outcome lists may hold `none`: a record without outcome. */
export const OutcomesShape = Type.Array(IdShape, { minItems: 1 });

export const SelectorShape = Type.Object(
  {
    event: IdShape,
    outcomes: Type.Optional(OutcomesShape),
    "except-outcomes": Type.Optional(OutcomesShape),
  },
  strict,
);

export const PatientTextShape = Type.Object(
  { what: TextShape, when: TextShape, who: TextShape, voice: TextShape },
  strict,
);

export const DaysShape = Type.Integer({
  minimum: 0,
  description: "a whole number of days, 0 or more",
});
