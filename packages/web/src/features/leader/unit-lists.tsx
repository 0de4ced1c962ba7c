// Knows the lists of the leader's page: without a coordinator, over their time, and findings by kind.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useNames } from "../../app/api/use-names.ts";
import { DateText } from "../../components/date-text.tsx";
import { StackedTable } from "../../components/stacked-table.tsx";
import { timeLeft } from "../../components/time-left.ts";
import { ToneTag } from "../../components/tone-tag.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { findingsQuery, notAssignedQuery, overQuery } from "./leader-queries.ts";
import { AnsweredPart, CourseLink } from "./part.tsx";
import { leaderTexts } from "./texts.ts";

interface OfUnit {
  readonly unitId: string;
}

function AssignLink({ courseId, patient }: Parameters<typeof CourseLink>[0]) {
  const t = useScreenTexts(leaderTexts);
  return (
    <Link
      to="/courses/$courseId/people"
      params={{ courseId }}
      className="ds-link"
      aria-label={`${t.assign}: ${patient.name ?? t.unnamed(patient.patientId)}`}
    >
      {t.assign}
    </Link>
  );
}

export function NotAssigned({ unitId }: OfUnit) {
  const t = useScreenTexts(leaderTexts);
  const names = useNames();
  return (
    <AnsweredPart title={t.notAssigned} question={useQuery(notAssignedQuery(unitId))}>
      {({ rows, count }) =>
        rows.length === 0 ? (
          <p className="subtle">{t.noNotAssigned}</p>
        ) : (
          <>
            <p className="subtle">{t.more(count)}</p>
            <StackedTable
              title={t.notAssigned}
              columns={[t.patient, t.pathway, t.days, t.coordinator]}
              rows={rows.map(({ courseId, patient, pathway, daysWithout }) => ({
                key: courseId,
                cells: [
                  <CourseLink key="patient" courseId={courseId} patient={patient} />,
                  names.pathway(pathway),
                  daysWithout,
                  <AssignLink key="assign" courseId={courseId} patient={patient} />,
                ],
              }))}
            />
          </>
        )
      }
    </AnsweredPart>
  );
}

const STATUTORY: readonly string[] = ["legal-deadline", "statutory"];

/** A breached deadline never stands among what is only longer than recommended. */
function OverPart({ unitId, statutory }: OfUnit & { readonly statutory: boolean }) {
  const t = useScreenTexts(leaderTexts);
  const { t: all } = useTexts();
  const names = useNames();
  const title = statutory ? t.overStatutory : t.overRecommended;
  return (
    <AnsweredPart title={title} question={useQuery(overQuery(unitId))}>
      {({ rows }) => {
        const over = rows.flatMap((row) => {
          const { nextDate, daysLeft } = row;
          if (nextDate === null || daysLeft === null || daysLeft >= 0) return [];
          if (STATUTORY.includes(nextDate.kind) !== statutory) return [];
          return [{ ...row, nextDate, left: timeLeft(daysLeft, nextDate.kind, all) }];
        });
        if (over.length === 0)
          return <p className="subtle">{statutory ? t.noStatutory : t.noRecommended}</p>;
        return (
          <>
            <StackedTable
              title={title}
              columns={[t.patient, t.pathway, t.since, t.left]}
              rows={over.map(({ courseId, patient, pathway, nextDate, left }) => ({
                key: courseId,
                cells: [
                  <CourseLink key="patient" courseId={courseId} patient={patient} />,
                  names.pathway(pathway),
                  <DateText key="since" on={nextDate.on} />,
                  <ToneTag key="left" tone={left.tone}>
                    {left.words}
                  </ToneTag>,
                ],
              }))}
            />
            <p>
              <Link to="/units/$unitId" params={{ unitId }} className="ds-link">
                {t.whole}
              </Link>
            </p>
          </>
        );
      }}
    </AnsweredPart>
  );
}

export function OverTheirTime({ unitId }: OfUnit) {
  return (
    <>
      <OverPart unitId={unitId} statutory />
      <OverPart unitId={unitId} statutory={false} />
    </>
  );
}

export function UnitFindings({ unitId }: OfUnit) {
  const t = useScreenTexts(leaderTexts);
  const { pick } = useTexts();
  return (
    <AnsweredPart title={t.findings} question={useQuery(findingsQuery(unitId))}>
      {({ findings }) =>
        findings.length === 0 ? (
          <p className="subtle">{t.noFindings}</p>
        ) : (
          <ul className="plain-list">
            {findings.map(({ id, severity, message, advice, courses }) => (
              <li key={id}>
                <details className="fold">
                  <summary>
                    {pick(message)} ({t.severities[severity]}, {t.courses(courses.length)})
                  </summary>
                  <p>{pick(advice)}</p>
                  <ul className="leader-courses">
                    {courses.map(({ courseId, patient }) => (
                      <li key={courseId}>
                        <CourseLink courseId={courseId} patient={patient} />
                      </li>
                    ))}
                  </ul>
                </details>
              </li>
            ))}
          </ul>
        )
      }
    </AnsweredPart>
  );
}
