// Knows the shapes of the files that all editions share: sources, vocabulary, codes, findings, calendar, proposals, questions.
import { SEVERITIES_OF_FINDINGS } from "@rettvei/engine";
import Type, { type Static } from "typebox";
import {
  DaysShape,
  GrantedForShape,
  IdShape,
  NonEmpty,
  SelectorShape,
  SourceShape,
  strict,
  TextShape,
} from "./shared-shapes.ts";

export const SourcesFileShape = Type.Record(
  Type.String(),
  Type.Object(
    {
      title: NonEmpty,
      publisher: NonEmpty,
      url: Type.Optional(
        Type.String({ pattern: "^https?://", description: "an address http(s)://…" }),
      ),
      dated: Type.Optional(
        Type.String({
          pattern: "^\\d{4}(-\\d{2}(-\\d{2})?)?$",
          description: "YYYY, YYYY-MM or YYYY-MM-DD",
        }),
      ),
    },
    strict,
  ),
);

const OutcomeShape = Type.Object({ id: IdShape, name: TextShape, source: SourceShape }, strict);

export const VocabularyFileShape = Type.Object(
  {
    events: Type.Array(
      Type.Object(
        {
          id: IdShape,
          name: TextShape,
          outcomes: Type.Optional(Type.Array(OutcomeShape)),
          source: SourceShape,
        },
        strict,
      ),
    ),
    rules: Type.Record(Type.String(), TextShape),
    roles: Type.Record(Type.String(), TextShape),
  },
  strict,
);

const Letter = Type.String({ pattern: "^[A-Z]$", description: "one capital letter" });
const SeenIn = Type.Optional(Type.Array(IdShape, { minItems: 1 }));
const System = Type.String({
  pattern: "^\\d{4}$",
  description: "the four digits of a code system, in quotes",
});

export const PathwayTypesFileShape = Type.Object(
  {
    system: System,
    title: NonEmpty,
    codes: Type.Array(
      Type.Object(
        {
          pathway: IdShape,
          code: Type.String({ pattern: "^[A-Z]\\d{2}$", description: "a code as D01" }),
          source: SourceShape,
        },
        strict,
      ),
    ),
  },
  strict,
);

export const EventCodesFileShape = Type.Object(
  {
    system: System,
    title: NonEmpty,
    codes: Type.Array(
      Type.Object(
        { event: IdShape, letter: Letter, "seen-in": SeenIn, source: SourceShape },
        strict,
      ),
    ),
  },
  strict,
);

export const OutcomeCodesFileShape = Type.Object(
  {
    title: NonEmpty,
    codes: Type.Array(
      Type.Object(
        {
          event: IdShape,
          outcome: IdShape,
          letter: Letter,
          "seen-in": SeenIn,
          system: Type.Optional(System),
          source: SourceShape,
        },
        strict,
      ),
    ),
  },
  strict,
);

const FINDING_KINDS = [
  "missing",
  "repeated",
  "dated-before-first",
  "dated-after-first",
  "date-differs",
  "outcome-missing",
  "outcome-unknown",
  "care-level-missing",
  "recorded-before-occurred",
  "not-in-edition",
  "started-when-retired",
  "legal-deadline-moved",
  "inactive",
  "parallel",
  "transfer-without-start",
] as const;

const FindingShape = Type.Object(
  {
    id: IdShape,
    kind: Type.Enum([...FINDING_KINDS]),
    severity: Type.Enum([...SEVERITIES_OF_FINDINGS]),
    event: Type.Optional(IdShape),
    start: Type.Optional(IdShape),
    first: Type.Optional(IdShape),
    records: Type.Optional(SelectorShape),
    events: Type.Optional(Type.Array(IdShape, { minItems: 1 })),
    only: Type.Optional(Type.Array(IdShape, { minItems: 1 })),
    except: Type.Optional(Type.Array(IdShape, { minItems: 1 })),
    on: Type.Optional(Type.Array(IdShape, { minItems: 1 })),
    "unless-granted-for": Type.Optional(GrantedForShape),
    allowed: Type.Optional(Type.Integer({ minimum: 1 })),
    days: Type.Optional(DaysShape),
    message: TextShape,
    advice: TextShape,
    source: SourceShape,
  },
  strict,
);

export const FindingsFileShape = Type.Object({ findings: Type.Array(FindingShape) }, strict);

export const CalendarFileShape = Type.Object(
  {
    "working-days": Type.Object(
      {
        weekend: Type.Array(Type.Integer({ minimum: 1, maximum: 7 })),
        fixed: Type.Array(
          Type.String({ pattern: "^\\d{2}-\\d{2}$", description: 'a day "MM-DD"' }),
        ),
        "easter-offsets": Type.Array(Type.Integer()),
        note: TextShape,
        source: SourceShape,
      },
      strict,
    ),
  },
  strict,
);

export const ProposalsFileShape = Type.Object(
  {
    proposals: Type.Array(
      Type.Object(
        {
          id: IdShape,
          fact: IdShape,
          event: IdShape,
          outcome: Type.Optional(IdShape),
          dated: IdShape,
          title: TextShape,
          source: SourceShape,
        },
        strict,
      ),
    ),
  },
  strict,
);

export const QuestionsFileShape = Type.Object(
  {
    questions: Type.Array(
      Type.Object({ id: IdShape, text: TextShape, source: SourceShape }, strict),
    ),
  },
  strict,
);

export type VocabularyFile = Static<typeof VocabularyFileShape>;
export type FindingInFile = Static<typeof FindingShape>;
export type CalendarFile = Static<typeof CalendarFileShape>;
