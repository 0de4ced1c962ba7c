// Knows the first screen of a course: what is next and why, and all that was registered.
import { useQuery } from "@tanstack/react-query";
import type { Course } from "../../app/api/contract.ts";
import { courseQuery } from "../../app/api/queries.ts";
import { DateText } from "../../components/date-text.tsx";
import { useTexts } from "../../i18n/texts-context.tsx";
import { NextUp } from "./course-header.tsx";
import { Findings } from "./findings.tsx";
import { PictureSection } from "./picture/picture-section.tsx";
import { RecordItem } from "./record-item.tsx";
import { RegistrationLine } from "./registration-line.tsx";
import { daysOf, openVerdicts } from "./timeline.ts";
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

function CourseView({ course }: CourseProps) {
  return (
    <div className="course-body">
      <NextUp course={course} />
      <RegistrationLine course={course} />
      <Findings course={course} />
      <OpenNow course={course} />
      <PictureSection course={course} />
      <Timeline course={course} />
    </div>
  );
}

/** The frame around it has read the course already. */
export function CoursePage({ courseId }: { readonly courseId: string }) {
  const { data } = useQuery(courseQuery(courseId));
  return data === undefined ? null : <CourseView course={data} />;
}
