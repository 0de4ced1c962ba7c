// Knows the shape of an edition file. An edition based on another holds only what changed, so most keys
// are optional here; that the whole is there is checked once the editions are laid together.
import { SEVERITIES_OF_FINDINGS, STANDINGS } from "@rettvei/engine";
import Type, { type Static } from "typebox";
import {
  CareLevelShape,
  DateShape,
  DaysShape,
  GrantedForShape,
  IdShape,
  NonEmpty,
  OutcomesShape,
  PatientTextShape,
  SelectorShape,
  SeverityShape,
  SourceShape,
  strict,
  TextShape,
} from "./shared-shapes.ts";

const EventShape = Type.Object(
  {
    registration: Type.Optional(Type.Enum(["registered", "known-elsewhere", "absent"])),
    name: Type.Optional(TextShape),
    "patient-text": Type.Optional(PatientTextShape),
    source: Type.Optional(SourceShape),
  },
  strict,
);

const PhaseShape = Type.Object(
  {
    id: IdShape,
    name: Type.Optional(TextShape),
    "entered-by": Type.Optional(Type.Array(SelectorShape)),
    expects: Type.Optional(Type.Array(IdShape)),
    "patient-text": Type.Optional(PatientTextShape),
    source: Type.Optional(SourceShape),
  },
  strict,
);

const FromShape = Type.Object(
  {
    first: Type.Optional(IdShape),
    each: Type.Optional(IdShape),
    outcomes: Type.Optional(OutcomesShape),
    "except-outcomes": Type.Optional(OutcomesShape),
  },
  strict,
);

const LimitShape = Type.Object(
  {
    "care-level": Type.Optional(CareLevelShape),
    severity: Type.Optional(SeverityShape),
    "at-least": Type.Optional(DaysShape),
    "at-most": Type.Optional(DaysShape),
    unknown: Type.Optional(Type.Literal(true)),
    source: Type.Optional(SourceShape),
  },
  strict,
);

const RuleShape = Type.Object(
  {
    id: Type.String({
      pattern: "^(\\{pathway\\}|[a-z0-9-]+)\\.[a-z0-9-]+$",
      description: 'a rule id "pathway.name"',
    }),
    kind: Type.Optional(Type.Enum(["interval", "individual-deadline"])),
    standing: Type.Optional(Type.Enum([...STANDINGS])),
    title: Type.Optional(TextShape),
    note: Type.Optional(TextShape),
    from: Type.Optional(FromShape),
    "begins-with": Type.Optional(OutcomesShape),
    to: Type.Optional(IdShape),
    "not-when-granted-for": Type.Optional(GrantedForShape),
    within: Type.Optional(Type.Object({ days: DaysShape, after: SelectorShape }, strict)),
    count: Type.Optional(Type.Enum(["calendar-days", "working-days"])),
    limits: Type.Optional(Type.Array(LimitShape, { minItems: 1 })),
    source: Type.Optional(SourceShape),
  },
  strict,
);

const ChecklistItemShape = Type.Object(
  { id: IdShape, text: TextShape, role: IdShape, source: SourceShape },
  strict,
);

const ChecklistShape = Type.Object(
  {
    id: IdShape,
    title: Type.Optional(TextShape),
    phase: Type.Optional(IdShape),
    items: Type.Optional(Type.Array(ChecklistItemShape, { minItems: 1 })),
  },
  strict,
);

const ConditionShape = Type.Object(
  {
    edition: NonEmpty,
    rules: Type.Array(IdShape, { minItems: 1 }),
    events: Type.Optional(Type.Array(IdShape)),
  },
  strict,
);

const FindingChangeShape = Type.Object(
  {
    severity: Type.Optional(Type.Enum([...SEVERITIES_OF_FINDINGS])),
    on: Type.Optional(Type.Array(IdShape, { minItems: 1 })),
    message: Type.Optional(TextShape),
    advice: Type.Optional(TextShape),
    source: Type.Optional(SourceShape),
  },
  strict,
);

export const EditionFileShape = Type.Object(
  {
    pathway: IdShape,
    edition: DateShape,
    status: Type.Enum(["in-force", "draft", "shared"]),
    "based-on": Type.Optional(NonEmpty),
    name: TextShape,
    note: Type.Optional(TextShape),
    source: SourceShape,
    "retired-from": Type.Optional(Type.Object({ date: DateShape, source: SourceShape }, strict)),
    /** What becomes of texts and checklists of the edition this one is based on. */
    "inherited-content": Type.Optional(Type.Enum(["kept", "inferred", "not-published"])),
    "starts-with": Type.Optional(IdShape),
    "ends-with": Type.Optional(Type.Array(IdShape, { minItems: 1 })),
    "postponed-by": Type.Optional(IdShape),
    without: Type.Optional(
      Type.Object(
        {
          rules: Type.Optional(Type.Array(NonEmpty)),
          phases: Type.Optional(Type.Array(IdShape)),
          checklists: Type.Optional(Type.Array(IdShape)),
        },
        strict,
      ),
    ),
    events: Type.Optional(Type.Record(Type.String(), EventShape)),
    phases: Type.Optional(Type.Array(PhaseShape)),
    rules: Type.Optional(Type.Array(RuleShape)),
    checklists: Type.Optional(Type.Array(ChecklistShape)),
    conditions: Type.Optional(Type.Record(Type.String(), ConditionShape)),
    findings: Type.Optional(Type.Record(Type.String(), FindingChangeShape)),
  },
  strict,
);

export type EditionFile = Static<typeof EditionFileShape>;
export type EventInFile = Static<typeof EventShape>;
export type PhaseInFile = Static<typeof PhaseShape>;
export type RuleInFile = Static<typeof RuleShape>;
export type LimitInFile = Static<typeof LimitShape>;
export type ChecklistInFile = Static<typeof ChecklistShape>;
export type ConditionInFile = Static<typeof ConditionShape>;
export type FindingChange = Static<typeof FindingChangeShape>;
export type SelectorInFile = Static<typeof SelectorShape>;
export type SourceInFile = Static<typeof SourceShape>;
