// Knows where a course is, also before it has started: a referral that waits is not to be lost from any list.
import {
  type CalendarDate,
  type CourseAt,
  type Position,
  positionOf,
  type Verdict,
} from "@rettvei/engine";

type Dated = Verdict & { readonly dueOn: NonNullable<Verdict["dueOn"]> };

function isStatutoryAndOpen(verdict: Verdict): verdict is Dated {
  return verdict.open && verdict.dueOn !== undefined && verdict.rule.standing === "statutory";
}

/**
 * Where the course is. One that has neither started nor ended counts as running while the law sets a date for
 * something in it: the assessment of a referral, or the patient's own deadline. `planned` is the day that the plan
 * sets for the next evaluation.
 */
export function coursePosition(
  course: CourseAt,
  verdicts: readonly Verdict[],
  planned?: CalendarDate,
): Position {
  const position = positionOf(course, verdicts, planned);
  if (position.running || course.ends.length > 0) return position;
  const [first] = verdicts
    .filter(isStatutoryAndOpen)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  if (first === undefined) return position;
  const kind = first.rule.kind === "individual-deadline" ? "legal-deadline" : "statutory";
  const nextDate = { on: first.dueOn, kind, verdict: first } as const;
  return { ...position, running: true, nextStep: first.rule.to, nextDate };
}
