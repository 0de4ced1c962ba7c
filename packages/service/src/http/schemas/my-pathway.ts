// Knows the shapes of what patients, and those who act for them, see of a course: place, next step, people, dates.
import { STANDINGS } from "@rettvei/engine";
import { type Static, Type } from "typebox";
import { AGE_GROUPS } from "../../access/age.ts";
import { WAYS_TO_ACT } from "../../access/representation.ts";
import { TASK_ROLES } from "../../course/assignment/assignment.ts";
import { PURPOSES, RECIPIENTS } from "../../outbox/message-facts.ts";
import { DateSchema, oneOf, orNull, TextSchema } from "./basics.ts";
import { namedSchema } from "./named.ts";
import { WordsSchema } from "./words.ts";

export const RELATIONS = ["own", ...WAYS_TO_ACT] as const;
export type Relation = (typeof RELATIONS)[number];

export const MyCoursesSchema = namedSchema(
  "MyCourses",
  Type.Object({
    myCode: Type.String({
      description: "By it a patient names whoever asks, to let them see something.",
    }),
    courses: Type.Array(
      Type.Object({
        courseId: Type.String(),
        patientId: Type.String(),
        name: orNull(Type.String()),
        relation: oneOf(RELATIONS),
        pathwayName: TextSchema,
        running: Type.Boolean(),
        lastEventOn: orNull(DateSchema),
        firstOn: orNull(DateSchema),
        unitName: orNull(Type.String()),
      }),
      { description: "Those that run first, then the newest first." },
    ),
  }),
);

const PatientTextSchema = Type.Object({
  what: TextSchema,
  when: TextSchema,
  who: TextSchema,
  voice: TextSchema,
});

const MY_DATES = ["evaluation", "answer", ...STANDINGS, "legal-deadline"] as const;

export const MyPathwaySchema = namedSchema(
  "MyPathway",
  Type.Object({
    asOf: DateSchema,
    courseId: Type.String(),
    patientId: Type.String(),
    name: orNull(Type.String()),
    relation: oneOf(RELATIONS),
    ageGroup: oneOf(AGE_GROUPS),
    pathwayName: TextSchema,
    running: Type.Boolean(),
    startedOn: orNull(DateSchema),
    endedOn: orNull(DateSchema),
    phases: Type.Array(
      Type.Object({
        id: Type.String(),
        name: TextSchema,
        state: oneOf(["passed", "current", "ahead"]),
        patientText: orNull(PatientTextSchema),
      }),
    ),
    next: orNull(
      Type.Object(
        {
          name: TextSchema,
          patientText: orNull(PatientTextSchema),
          on: orNull(DateSchema),
          kind: orNull(oneOf(MY_DATES)),
          why: orNull(
            Type.Object({
              fromName: TextSchema,
              fromOn: DateSchema,
              limitDays: Type.Integer(),
              count: oneOf(["calendar-days", "working-days"]),
            }),
          ),
        },
        { description: "No date where nobody has published a time for it." },
      ),
    ),
    longer: Type.Array(
      Type.Object({
        name: TextSchema,
        standing: oneOf(STANDINGS),
        dueOn: DateSchema,
        overBy: Type.Integer({ description: "In days of the rule's own kind." }),
        postponed: Type.Boolean({ description: "The patient asked for another day." }),
      }),
      { description: "What has taken longer than the time that is recommended, or set by law." },
    ),
    unit: orNull(Type.Object({ unitId: Type.String(), name: Type.String() })),
    people: Type.Array(
      Type.Object({
        role: oneOf(TASK_ROLES),
        personId: Type.String(),
        name: Type.String(),
        phone: orNull(Type.String()),
        unitId: orNull(Type.String()),
      }),
    ),
    dates: Type.Array(
      Type.Object({ on: DateSchema, kind: oneOf(MY_DATES), name: orNull(TextSchema) }),
      { description: "To come, the nearest first." },
    ),
    happened: Type.Array(Type.Object({ on: DateSchema, name: TextSchema }), {
      description: "The newest first.",
    }),
    referralIds: Type.Array(Type.String()),
  }),
);
export type MyPathwayView = Static<typeof MyPathwaySchema>;

export const MyDocumentsSchema = namedSchema(
  "MyDocuments",
  Type.Object({
    documents: Type.Array(
      Type.Object({
        documentId: Type.String(),
        purpose: oneOf(PURPOSES),
        on: DateSchema,
        to: oneOf(RECIPIENTS),
        toName: Type.String(),
        title: orNull(Type.String()),
        passages: Type.Array(
          Type.Object({
            heading: orNull(
              Type.String({
                description:
                  "Code of the part of a discharge summary; `diagnoses` above its diagnoses, one a line with the main one first.",
              }),
            ),
            text: Type.String(),
          }),
        ),
      }),
      { description: "What was written of the course to the patient and to others, newest first." },
    ),
  }),
);

export const MyReferralWordsSchema = Type.Object(
  { words: WordsSchema },
  {
    additionalProperties: false,
    description: "Added below what the patient wrote before.",
    examples: [{ words: "Jeg sover dårlig, og vil gjerne ha med søsteren min." }],
  },
);

export const MyExplanationsSchema = namedSchema(
  "MyExplanations",
  Type.Object({
    explanations: Type.Array(
      Type.Object({
        explanationId: Type.String(),
        state: oneOf(["waiting", "explained"]),
        entry: Type.Integer(),
        words: Type.String(),
        dueOn: DateSchema,
        answer: orNull(Type.String()),
      }),
    ),
  }),
);
