// Knows the side of an assessment that shows the referral: what it says, by when it is due and why, and earlier courses.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { courseQuery } from "../../app/api/queries.ts";
import { earlierCoursesQuery, type Referral } from "../../app/api/referral-queries.ts";
import { useNames } from "../../app/api/use-names.ts";
import { useUnitName } from "../../app/api/use-unit-name.ts";
import { Answered } from "../../components/answered.tsx";
import { DateKind } from "../../components/date-kind.tsx";
import { DateText } from "../../components/date-text.tsx";
import { ReferralSaid } from "../../components/referral-said.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { assessmentTexts } from "./texts.ts";

interface SideProps {
  readonly referral: Referral;
}

/** By the verdict of the course that the referral opened: the engine's own trace. */
function WhyDue({ referral }: SideProps) {
  const t = useScreenTexts(assessmentTexts);
  const { t: common, date, pick } = useTexts();
  const { data: course } = useQuery(courseQuery(referral.courseId));
  const verdict = course?.verdicts.find(({ ruleId }) => ruleId === referral.assessBy.ruleId);
  if (verdict === undefined || verdict.limitDays === null) return null;
  const count = verdict.count === "working-days" ? common.workingDays : common.days;
  const { source } = verdict;
  return (
    <details className="why">
      <summary>{t.why}</summary>
      <p>
        {t.sum(date(referral.receivedOn), count(verdict.limitDays), date(referral.assessBy.dueOn))}
      </p>
      <p>{t.byLaw}</p>
      <p className="subtle">
        {t.rule}: {pick(verdict.title)}. {t.source}:{" "}
        {source.url === null ? (
          source.title
        ) : (
          <a href={source.url} className="ds-link" target="_blank" rel="noreferrer">
            {source.title}
          </a>
        )}{" "}
        ({common.evidence[source.evidence]})
      </p>
    </details>
  );
}

function Facts({ referral }: SideProps) {
  const t = useScreenTexts(assessmentTexts);
  const { pathway } = useNames();
  const { referrer, gp, urgency, receivedOn, assessBy } = referral;
  const called = [referrer.name, referrer.organisation].filter((one) => one !== undefined);
  return (
    <dl className="pairs">
      <dt>{t.pathway}</dt>
      <dd>{pathway(referral.pathway)}</dd>
      <dt>{t.received}</dt>
      <dd>
        <DateText on={receivedOn} />
      </dd>
      <dt>{t.assessBy}</dt>
      <dd>
        <DateText on={assessBy.dueOn} /> <DateKind kind="statutory" />
      </dd>
      <dt>{t.urgency}</dt>
      <dd>
        {urgency === "emergency" ? <strong>{t.urgencies.emergency}</strong> : t.urgencies[urgency]}
      </dd>
      <dt>{t.referrer}</dt>
      <dd>
        {called.join(", ")}
        {referrer.phone !== undefined && <> · {referrer.phone}</>}
      </dd>
      {gp !== null && (
        <>
          <dt>{t.gp}</dt>
          <dd>{gp.name}</dd>
        </>
      )}
    </dl>
  );
}

function EarlierCourses({ referralId }: Pick<Referral, "referralId">) {
  const t = useScreenTexts(assessmentTexts);
  const { event } = useNames();
  const nameOf = useUnitName();
  return (
    <section className="panel" aria-labelledby="earlier-title">
      <h2 id="earlier-title" className="ds-heading" data-size="xs">
        {t.earlier}
      </h2>
      <Answered question={useQuery(earlierCoursesQuery(referralId))}>
        {({ courses }) =>
          courses.length === 0 ? (
            <p className="subtle">{t.earlierNone}</p>
          ) : (
            <ul className="plain-list">
              {courses.map(
                ({ courseId, running, unitName, unitId, firstOn, lastEvent, lastEventOn }) => (
                  <li key={courseId}>
                    <Link to="/courses/$courseId" params={{ courseId }} className="ds-link">
                      {unitName ?? nameOf(unitId)}
                    </Link>{" "}
                    {running ? t.running : t.ended}
                    {firstOn !== null && (
                      <>
                        {" · "}
                        {t.from} <DateText on={firstOn} />
                      </>
                    )}
                    {lastEvent !== null && lastEventOn !== null && (
                      <span className="subtle">
                        {" · "}
                        {t.last}: {event(lastEvent)} <DateText on={lastEventOn} />
                      </span>
                    )}
                  </li>
                ),
              )}
            </ul>
          )
        }
      </Answered>
    </section>
  );
}

export function ReferralSide({
  referral,
  withEarlier,
}: SideProps & { readonly withEarlier: boolean }) {
  const t = useScreenTexts(assessmentTexts);
  return (
    <div className="assessment-side">
      <section className="panel" aria-labelledby="referral-title">
        <h2 id="referral-title" className="ds-heading" data-size="xs">
          {t.referral}
        </h2>
        <Facts referral={referral} />
        <WhyDue referral={referral} />
        <ReferralSaid referral={referral} />
      </section>
      {withEarlier && <EarlierCourses referralId={referral.referralId} />}
    </div>
  );
}
