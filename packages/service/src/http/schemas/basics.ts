// Knows the shapes that many requests and answers share.
import { CARE_LEVELS, type CalendarDate, EVIDENCE, STANDINGS } from "@rettvei/engine";
import { type Static, type TSchema, Type } from "typebox";
import { namedSchema } from "./named.ts";
import { ONE_LINE } from "./patterns.ts";

export function orNull<S extends TSchema>(schema: S) {
  return Type.Union([schema, Type.Null()]);
}

/** One of a few words. */
export function oneOf<const Words extends readonly string[]>(words: Words) {
  return Type.Unsafe<Words[number]>({ type: "string", enum: [...words] });
}

/** A calendar date that exists. */
export const DateSchema = Type.Unsafe<CalendarDate>({
  type: "string",
  format: "date",
  examples: ["2026-03-03"],
});

/** An id: short, on one line. What letters it may hold is its giver's business. */
export const IdSchema = Type.String({
  minLength: 1,
  maxLength: 100,
  pattern: ONE_LINE,
});

/** Largest number of a record, a fact or an audit entry that can be asked for: the database's go no further than this exactly. */
export const LARGEST_NUMBER = Number.MAX_SAFE_INTEGER;

export const TextSchema = namedSchema(
  "Text",
  Type.Object(
    { nb: Type.String(), nn: Type.String(), en: Type.String() },
    {
      description: "The same text in Bokmål, Nynorsk and English.",
      examples: [{ nb: "Klinisk beslutning", nn: "Klinisk avgjerd", en: "Clinical decision" }],
    },
  ),
);

export const CareLevelSchema = oneOf(CARE_LEVELS);
export const StandingSchema = oneOf(STANDINGS);
export const EvidenceSchema = oneOf(EVIDENCE);

export const SourceSchema = namedSchema(
  "Source",
  Type.Object(
    {
      ref: Type.String(),
      title: Type.String(),
      url: orNull(Type.String()),
      publisher: orNull(Type.String()),
      section: orNull(Type.String()),
      evidence: EvidenceSchema,
      lastChecked: orNull(Type.String()),
    },
    { description: "Where a fact is written and how sure it is." },
  ),
);
export type SourceView = Static<typeof SourceSchema>;

export const PatientSchema = namedSchema(
  "Patient",
  Type.Object({
    patientId: Type.String(),
    name: orNull(Type.String()),
    birthYear: orNull(Type.Integer()),
  }),
);

export const ErrorSchema = namedSchema(
  "Error",
  Type.Object(
    {
      error: Type.Object({
        code: Type.String(),
        message: Type.String(),
        details: Type.Optional(
          Type.Array(
            Type.Object({ path: Type.String(), expected: Type.String(), found: Type.String() }),
          ),
        ),
      }),
    },
    {
      description: "What went wrong; for bad input, every field that is.",
      examples: [
        {
          error: {
            code: "bad-input",
            message: "the request holds fields that are not as expected",
            details: [
              {
                path: "/records/0/occurredOn",
                expected: "an existing date YYYY-MM-DD",
                found: '"2026-02-30"',
              },
            ],
          },
        },
      ],
    },
  ),
);
export type ErrorView = Static<typeof ErrorSchema>;
