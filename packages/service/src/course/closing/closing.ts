// Knows the closing of a course: gone through by the edition's checklist, closed, and opened again where it was a mistake.
import { Type } from "typebox";
import { factKind, lastOfKind } from "../../facts/fact.ts";
import type { MatterType } from "../../facts/matter.ts";
import { DateSchema, IdSchema, oneOf, orNull } from "../../http/schemas/basics.ts";
import { WordsSchema } from "../../http/schemas/words.ts";

const CHECKED = ["done", "not-done", "not-relevant"] as const;

export const CheckSchema = Type.Object(
  { item: IdSchema, is: oneOf(CHECKED), note: Type.Optional(WordsSchema) },
  { additionalProperties: false },
);

/** What should be there before a course is closed; without it, closing needs a reason. */
const REQUIREMENTS = ["summary-to-gp", "summary-to-referrer", "follow-up-plan"] as const;
export const RequirementSchema = oneOf(REQUIREMENTS);
export type Requirement = (typeof REQUIREMENTS)[number];

export const CLOSING_CHECKED = factKind(
  "closing-checked",
  Type.Object({
    plannedOn: DateSchema,
    checks: Type.Array(CheckSchema),
    personId: orNull(IdSchema),
  }),
);

export const COURSE_CLOSED = factKind(
  "course-closed",
  Type.Object({
    outcome: IdSchema,
    /** The help that is needed afterwards. */
    careNeed: orNull(WordsSchema),
    missing: Type.Array(RequirementSchema),
    /** Why it was closed without what is missing; null where nothing is. */
    reasonWithout: orNull(WordsSchema),
  }),
);

export const COURSE_REOPENED = factKind("course-reopened", Type.Object({ reason: WordsSchema }));

export const CLOSING_STATES = ["not-begun", "begun", "closed"] as const;
export type ClosingState = (typeof CLOSING_STATES)[number];

/** One matter for each course. */
export function closingId(courseId: string): string {
  return `closing:${courseId}`;
}

/** Open from its beginning until the course is closed; due on the day that is planned for it. */
export const CLOSING: MatterType = {
  type: "closing",
  kinds: [CLOSING_CHECKED, COURSE_CLOSED, COURSE_REOPENED],
  standing: (facts) => {
    const checked = lastOfKind(facts, CLOSING_CHECKED);
    const closed = lastOfKind(facts, COURSE_CLOSED);
    const reopened = lastOfKind(facts, COURSE_REOPENED);
    const isClosed = (closed?.seq ?? 0) > (reopened?.seq ?? 0);
    const begun = (checked?.seq ?? 0) > (reopened?.seq ?? 0);
    const state: ClosingState = isClosed ? "closed" : begun ? "begun" : "not-begun";
    return {
      state,
      open: state === "begun",
      unitId: facts.at(-1)?.unitId ?? null,
      personId: checked?.body.personId ?? null,
      dueOn: checked?.body.plannedOn ?? null,
    };
  },
};
