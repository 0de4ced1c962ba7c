// Knows the shape of the files that cases are written in.
import { SEVERITIES_OF_FINDINGS, STANDINGS, VERDICT_REASONS, VERDICTS } from "@rettvei/engine";
import Type, { type Static } from "typebox";
import {
  CareLevelShape,
  DateShape,
  DaysShape,
  IdShape,
  NonEmpty,
  strict,
} from "../schema/shared-shapes.ts";
import { FINDING_SITUATIONS } from "./rule-case.ts";
import { SITUATIONS } from "./situation.ts";

const EditionKeyShape = Type.String({
  pattern: "^[a-z0-9-]+/\\d{4}-\\d{2}-\\d{2}$",
  description: 'an edition "pathway/YYYY-MM-DD"',
});

/** A line, or a map of one key: the record's id. What a line may hold is known by `log-line`. */
const LogItemShape = Type.Union([NonEmpty, Type.Record(Type.String(), NonEmpty)], {
  description: 'a line "DATE EVENT[/OUTCOME] …", or an id and such a line',
});

const LogShape = Type.Array(LogItemShape, { minItems: 1 });

const ExpectedVerdictShape = Type.Object(
  {
    verdict: Type.Enum([...VERDICTS]),
    from: DateShape,
    to: Type.Optional(DateShape),
    days: Type.Optional(Type.Integer()),
    "limit-days": Type.Optional(DaysShape),
    "due-on": Type.Optional(DateShape),
    "over-by": Type.Optional(Type.Integer({ minimum: 1 })),
    reason: Type.Optional(Type.Enum([...VERDICT_REASONS])),
    open: Type.Optional(Type.Literal(true)),
    postponed: Type.Optional(Type.Literal(true)),
    "care-level": Type.Optional(CareLevelShape),
    unit: Type.Optional(NonEmpty),
  },
  strict,
);

export const RuleCaseFileShape = Type.Object(
  {
    rule: Type.String({
      pattern: "^[a-z0-9-]+\\.[a-z0-9-]+$",
      description: 'a rule id "pathway.name"',
    }),
    standing: Type.Enum([...STANDINGS]),
    editions: Type.Array(DateShape, { minItems: 1 }),
    "as-condition-in": Type.Optional(Type.Array(EditionKeyShape, { minItems: 1 })),
    cases: Type.Array(
      Type.Object(
        {
          shows: Type.Enum([...SITUATIONS]),
          name: NonEmpty,
          "as-of": DateShape,
          log: LogShape,
          expect: Type.Array(ExpectedVerdictShape),
        },
        strict,
      ),
      { minItems: 1 },
    ),
  },
  strict,
);

const ExpectedFindingShape = Type.Object(
  {
    course: Type.Optional(IdShape),
    severity: Type.Enum([...SEVERITIES_OF_FINDINGS]),
    records: Type.Array(NonEmpty),
  },
  strict,
);

const CourseShape = Type.Object(
  { id: IdShape, patient: IdShape, edition: EditionKeyShape, log: LogShape },
  strict,
);

export const FindingCaseFileShape = Type.Object(
  {
    finding: IdShape,
    cases: Type.Array(
      Type.Object(
        {
          shows: Type.Enum([...FINDING_SITUATIONS]),
          name: NonEmpty,
          "as-of": DateShape,
          /** Absent: every edition of every pathway. */
          editions: Type.Optional(Type.Array(EditionKeyShape, { minItems: 1 })),
          log: Type.Optional(LogShape),
          courses: Type.Optional(Type.Array(CourseShape, { minItems: 2 })),
          expect: Type.Array(ExpectedFindingShape),
        },
        strict,
      ),
      { minItems: 1 },
    ),
  },
  strict,
);

export type RuleCaseFile = Static<typeof RuleCaseFileShape>;
export type RuleCaseInFile = RuleCaseFile["cases"][number];
export type FindingCaseFile = Static<typeof FindingCaseFileShape>;
export type FindingCaseInFile = FindingCaseFile["cases"][number];
export type LogInFile = RuleCaseInFile["log"];
