// Knows the first screen of a course: what is next and why, and all that was registered.
import { useQuery } from "@tanstack/react-query";
import type { Course } from "../../app/api/contract.ts";
import { courseQuery } from "../../app/api/queries.ts";
import { DateText } from "../../components/date-text.tsx";
import { Failure } from "../../components/failure.tsx";
import { Loading } from "../../components/loading.tsx";
import { useTexts } from "../../i18n/texts-context.tsx";
import { CourseEffort } from "./course-effort.tsx";
import { NextUp } from "./course-header.tsx";
import { Findings } from "./findings.tsx";
import { LookingBack } from "./looking-back.tsx";
import { PictureSection } from "./picture/picture-section.tsx";
import { CourseProposals } from "./proposals/course-proposals.tsx";
import { RecordItem } from "./record-item.tsx";
import { RegistrationLine } from "./registration-line.tsx";
import { daysOf, openVerdicts } from "./timeline.ts";
import { useMayRegister } from "./use-may-register.ts";
import { VerdictCard } from "./verdict-card.tsx";

interface CourseProps {
  readonly course: Course;
}

function OpenNow({ course }: CourseProps) {
  const { t } = useTexts();
  const open = openVerdicts(course.verdicts);
  return (
    <section aria-labelledby="open-now">
      <h2 id="open-now" className="ds-heading" data-size="xs">
        {t.course.open}
      </h2>
      {open.length === 0 && <p className="subtle">{t.course.noneOpen}</p>}
      {open.map((verdict) => (
        <VerdictCard key={`${verdict.ruleId} ${verdict.from.recordId}`} verdict={verdict} />
      ))}
    </section>
  );
}

function Timeline({ course }: CourseProps) {
  const { t } = useTexts();
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline" className="ds-heading" data-size="xs">
        {t.course.timeline}
      </h2>
      <p className="subtle">{t.course.timelineHint}</p>
      <ol className="days">
        {daysOf(course).map(({ on, entries, verdicts }) => (
          <li key={on} className="day">
            <h3 className="day-date">
              <DateText on={on} />
            </h3>
            <div className="day-content">
              {entries.map((entry) => (
                <RecordItem key={entry.record.recordId} course={course} entry={entry} />
              ))}
              {verdicts.map((verdict) => (
                <VerdictCard key={`${verdict.ruleId} ${verdict.from.recordId}`} verdict={verdict} />
              ))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function CourseView({ course, today }: CourseProps & { readonly today: string }) {
  const mayRegister = useMayRegister(course);
  const back = { courseId: course.courseId, today, knownOn: course.knownOn ?? undefined };
  return (
    <div className="course-body">
      {back.knownOn !== undefined && <LookingBack {...back} />}
      <NextUp course={course} />
      {mayRegister && <CourseProposals course={course} />}
      {mayRegister && <RegistrationLine course={course} />}
      <Findings course={course} />
      <OpenNow course={course} />
      <PictureSection course={course} />
      <Timeline course={course} />
      {back.knownOn === undefined && <LookingBack {...back} />}
      {back.knownOn === undefined && <CourseEffort course={course} />}
    </div>
  );
}

interface PageProps {
  readonly courseId: string;
  /** The day that is looked back to; undefined for the course as it is. */
  readonly knownOn: string | undefined;
}

/** The frame around it has read the course as it is already. */
export function CoursePage({ courseId, knownOn }: PageProps) {
  const now = useQuery(courseQuery(courseId));
  const shown = useQuery(courseQuery(courseId, knownOn));
  if (now.data === undefined) return null;
  if (shown.data === undefined)
    return (
      <>
        <LookingBack courseId={courseId} today={now.data.asOf} knownOn={knownOn} />
        {shown.isError ? (
          <Failure error={shown.error} onRetry={() => void shown.refetch()} />
        ) : (
          <Loading />
        )}
      </>
    );
  return <CourseView course={shown.data} today={now.data.asOf} />;
}
