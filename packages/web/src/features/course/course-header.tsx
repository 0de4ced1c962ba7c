// Knows the head of a course: whose it is, under which edition, in which phase, and what is next.
import { Link } from "@tanstack/react-router";
import type { Course, PhaseStep } from "../../app/api/contract.ts";
import { lastList } from "../../app/last-unit.ts";
import { DateKind } from "../../components/date-kind.tsx";
import { DateText } from "../../components/date-text.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { timeLeft } from "../../components/time-left.ts";
import { ToneTag } from "../../components/tone-tag.tsx";
import { inSentence } from "../../i18n/dates.ts";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { CoursePeople } from "./course-people.tsx";
import { useTabHere } from "./course-tabs.tsx";
import { courseTexts } from "./texts.ts";

interface CourseProps {
  readonly course: Course;
}

function PhaseSteps({ phases }: { readonly phases: readonly PhaseStep[] }) {
  const { t, pick } = useTexts();
  return (
    <ol className="phases" aria-label={t.course.phases}>
      {phases.map(({ id, name, state }) => (
        <li
          key={id}
          data-state={state}
          {...(state === "current" ? { "aria-current": "step" as const } : {})}
        >
          {pick(name)}
          <span className={state === "current" ? "phase-here" : "visually-hidden"}>
            {" "}
            ({t.course.phaseStates[state]})
          </span>
        </li>
      ))}
    </ol>
  );
}

export function NextUp({ course }: CourseProps) {
  const { t, pick } = useTexts();
  const { running, nextStep, nextDate } = course.position;
  if (!running) return <p className="next-up">{t.course.ended}</p>;
  const left = nextDate && timeLeft(nextDate.daysLeft, nextDate.kind, t);
  return (
    <p className="next-up">
      <span>
        {t.course.next}:{" "}
        <strong>{nextStep === null ? t.course.noStep : pick(nextStep.name)}</strong>
      </span>
      {nextDate !== null && left !== null ? (
        <>
          <span>
            {t.course.by}{" "}
            <strong>
              <DateText on={nextDate.on} />
            </strong>
          </span>
          <DateKind kind={nextDate.kind} />
          <ToneTag tone={left.tone}>{left.words}</ToneTag>
        </>
      ) : (
        <span className="subtle">{t.course.noPublishedTime}</span>
      )}
    </p>
  );
}

function About({ course }: CourseProps) {
  const { t, pick, date } = useTexts();
  const { patient, edition, position, asOf } = course;
  const own = useScreenTexts(courseTexts);
  const unit = position.unitName ?? position.unitId;
  const { birthYear } = patient;
  const facts = [
    ...(birthYear === null
      ? []
      : [t.course.born(birthYear), own.turns(Number(asOf.slice(0, 4)) - birthYear)]),
    pick(edition.name),
    ...(unit === null ? [] : [unit]),
    inSentence(t.course.edition(date(edition.edition))),
    ...(edition.status === "draft" ? [t.course.draft] : []),
  ];
  return (
    <>
      <p className="subtle">{facts.join(" · ")}</p>
      {edition.note !== null && <p className="subtle edition-note">{pick(edition.note)}</p>}
    </>
  );
}

/** Back to the list the reader came from; else to that of the course's unit. */
function BackLink({ unitId }: { readonly unitId: string | null }) {
  const { t } = useTexts();
  const list = lastList() ?? (unitId === null ? undefined : { unitId, search: {} });
  if (list === undefined)
    return (
      <Link to="/" className="ds-link">
        {t.course.back}
      </Link>
    );
  const { search, unitId: seen } = list;
  if (seen === undefined)
    return (
      <Link to="/my-work-list" search={search} className="ds-link">
        {t.course.back}
      </Link>
    );
  return (
    <Link to="/units/$unitId" params={{ unitId: seen }} search={search} className="ds-link">
      {t.course.back}
    </Link>
  );
}

export function CourseHeader({ course }: CourseProps) {
  const { t, language } = useTexts();
  const { patient, position } = course;
  const tab = useTabHere(course.courseId);
  return (
    <header className="course-header">
      <p className="course-ways">
        <BackLink unitId={position.unitId} />
        <button
          type="button"
          className="ds-button"
          data-variant="tertiary"
          onClick={() => window.print()}
        >
          {t.course.print}
        </button>
      </p>
      <PageHeading title={tab?.name[language] ?? t.course.timeline}>
        {patient.name ?? t.list.unnamed(patient.patientId)}
      </PageHeading>
      <About course={course} />
      <CoursePeople courseId={course.courseId} />
      <PhaseSteps phases={course.phases} />
    </header>
  );
}
