// Knows the shapes of an export of everything about one patient.
import { type Static, Type } from "typebox";
import { LEFT_OUT_REASONS } from "../../rights/export/exported.ts";
import { DateSchema, LARGEST_NUMBER, oneOf, orNull, TextSchema } from "./basics.ts";
import { namedSchema } from "./named.ts";

export const EXPORT_REASONS = [
  "patient-asked",
  "other-provider",
  "complaint-or-supervision",
  "archive",
] as const;

export const ExportQuerySchema = Type.Object({
  after: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: LARGEST_NUMBER,
      description: "`next` of the page before.",
    }),
  ),
  reason: Type.Optional(
    Type.Unsafe<(typeof EXPORT_REASONS)[number]>({
      type: "string",
      enum: [...EXPORT_REASONS],
      description: "Needed of all but the patient; the audit holds it.",
    }),
  ),
});

/** When and by whom something was written down. */
const Written = {
  seq: Type.Integer({ description: "One order of all that was ever written." }),
  recordedAt: Type.String({ format: "date-time" }),
  recordedBy: orNull(Type.String()),
  recordedByName: orNull(Type.String()),
};

const text = orNull(Type.String());

const ExportedRegistration = Type.Object({
  what: oneOf(["registration"]),
  ...Written,
  recordId: Type.String(),
  courseId: Type.String(),
  event: text,
  outcome: text,
  occurredOn: orNull(DateSchema),
  careLevel: text,
  unitId: text,
  severity: text,
  grantedFor: text,
  legalDeadline: orNull(DateSchema),
  condition: text,
  voids: text,
  corrects: text,
  code: text,
  entered: text,
  fromFact: text,
});
export type ExportedRegistration = Static<typeof ExportedRegistration>;

const ExportedFact = Type.Object({
  what: oneOf(["fact"]),
  ...Written,
  factId: Type.String(),
  type: Type.String({ description: "What kind of thing it tells of: a plan, a referral." }),
  kind: Type.String(),
  matterId: Type.String(),
  courseId: text,
  unitId: text,
  happenedOn: DateSchema,
  recordedAs: Type.String(),
  body: Type.Unknown({ description: "What was told, attachments in base64 included." }),
});
export type ExportedFact = Static<typeof ExportedFact>;

const ExportedAccess = Type.Object({
  what: oneOf(["access"]),
  seq: Written.seq,
  at: Type.String({ format: "date-time" }),
  name: Type.String(),
  role: Type.String(),
  organisation: Type.String(),
  unit: Type.String(),
  resource: Type.String(),
  verb: Type.String(),
  outcome: oneOf(["allowed", "refused", "failed"]),
  unforeseen: Type.Boolean(),
  why: TextSchema,
});
export type ExportedAccess = Static<typeof ExportedAccess>;

export const ExportSchema = namedSchema(
  "PatientExport",
  Type.Object({
    patient: Type.Object({
      patientId: Type.String(),
      name: text,
      birthYear: orNull(Type.Integer()),
      birthDate: orNull(DateSchema),
      personNumber: text,
    }),
    courses: Type.Array(Type.Object({ courseId: Type.String(), pathway: Type.String() })),
    entries: Type.Array(Type.Union([ExportedRegistration, ExportedFact, ExportedAccess])),
    next: orNull(Type.Integer({ description: "`after` of the next page; null on the last." })),
    leftOut: Type.Array(Type.Object({ what: Type.String(), why: oneOf(LEFT_OUT_REASONS) }), {
      description: "Tables and types of things that are not in it, each with the reason.",
    }),
  }),
);
export type PatientExport = Static<typeof ExportSchema>;
