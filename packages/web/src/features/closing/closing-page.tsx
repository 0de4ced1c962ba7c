// Knows the end of a course on one page: its checklist, what has to be there before, closing, and opening again.
import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import type { Course } from "../../app/api/contract.ts";
import { courseQuery } from "../../app/api/queries.ts";
import { useWrite } from "../../app/api/use-write.ts";
import { Answered } from "../../components/answered.tsx";
import { ReasonForm } from "../../components/reason-form.tsx";
import { ToneTag } from "../../components/tone-tag.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { Checklist } from "./checklist.tsx";
import { CloseForm } from "./close-form.tsx";
import { type Closing, closingQuery, followUpQuery, reopenCourse } from "./closing-queries.ts";
import { FollowUpForm } from "./follow-up-form.tsx";
import { SummaryForm } from "./summary-form.tsx";
import { closingTexts } from "./texts.ts";

interface ClosingProps {
  readonly closing: Closing;
  readonly course: Course;
}

function FollowUp({
  courseId,
  onMade,
}: {
  readonly courseId: string;
  readonly onMade: () => void;
}) {
  const t = useScreenTexts(closingTexts);
  const { data } = useQuery(followUpQuery(courseId));
  if (data === undefined) return null;
  const plan = data.followUpPlan;
  if (plan === null) return <FollowUpForm courseId={courseId} onMade={onMade} />;
  const { responsible, measures, whereToTurn, state } = plan;
  return (
    <section className="form-part" aria-label={t.followUpNow}>
      <h3 className="ds-heading">{t.followUpNow}</h3>
      <p>
        {responsible.name}, {responsible.title}, {responsible.telephone} ·{" "}
        <strong>{t.planStates[state]}</strong>
      </p>
      <ul className="plain-list">
        {measures.map(({ what, who, when }) => (
          <li key={`${what} ${who} ${when}`}>{[what, who, when].join(" · ")}</li>
        ))}
      </ul>
      <p className="said">{whereToTurn}</p>
    </section>
  );
}

function Requirements({ closing, course }: ClosingProps) {
  const t = useScreenTexts(closingTexts);
  const { courseId, requirements } = closing;
  const heading = useRef<HTMLHeadingElement>(null);
  const toHeading = () => heading.current?.focus();
  const began = course.records.find(({ occurredOn }) => occurredOn !== null)?.occurredOn;
  const summaries = requirements.filter(({ summary }) => summary !== null);
  return (
    <section className="form-block" aria-label={t.before}>
      <h2 ref={heading} tabIndex={-1} className="ds-heading" data-size="xs">
        {t.before}
      </h2>
      <ul className="plain-list">
        {requirements.map(({ requirement, met, summary }) => (
          <li key={requirement} className="form-ways">
            <ToneTag tone={met ? "good" : "calm"}>{met ? t.met : t.notMet}</ToneTag>
            {t.requirements[requirement]}
            {summary !== null && <span className="subtle">({t.summaryStates[summary]})</span>}
          </li>
        ))}
      </ul>
      {summaries.some(({ met }) => !met) && (
        <SummaryForm
          courseId={courseId}
          from={began ?? course.asOf}
          asOf={course.asOf}
          onSent={toHeading}
        />
      )}
      <FollowUp courseId={courseId} onMade={toHeading} />
    </section>
  );
}

function Closed({ closing, course }: ClosingProps) {
  const t = useScreenTexts(closingTexts);
  const { date, pick } = useTexts();
  const { courseId, version, closed } = closing;
  const write = useWrite(
    (reason: string, key) => reopenCourse({ courseId, version }, reason, key),
    [["course", courseId], ["work-list"], ["tasks"]],
  );
  if (closed === null) return null;
  const outcome = course.registrable
    .flatMap(({ outcomes }) => outcomes)
    .find(({ id }) => id === closed.outcome);
  return (
    <section className="form-block" aria-label={t.tab}>
      <p>
        <strong>
          {t.closed(outcome === undefined ? closed.outcome : pick(outcome.name), date(closed.on))}
        </strong>
      </p>
      {closed.careNeed !== null && <p className="said">{closed.careNeed}</p>}
      {closed.missing.length > 0 && (
        <p>
          {t.closedWithout}: {closed.missing.map((one) => t.requirements[one]).join(", ")}.{" "}
          {closed.reasonWithout}
        </p>
      )}
      <ReasonForm title={t.reopen} label={t.why} button={t.reopenButton} write={write} />
    </section>
  );
}

function ClosingView({ closing, course }: ClosingProps) {
  const t = useScreenTexts(closingTexts);
  const { date } = useTexts();
  return (
    <div className="sheet">
      {closing.reopened.map(({ on, reason }) => (
        <p key={`${on} ${reason}`} className="subtle">
          {t.reopened(date(on))}: {reason}
        </p>
      ))}
      {closing.state === "closed" ? (
        <>
          <Closed closing={closing} course={course} />
          <Requirements closing={closing} course={course} />
        </>
      ) : (
        <>
          <Checklist closing={closing} asOf={course.asOf} />
          <Requirements closing={closing} course={course} />
          <CloseForm closing={closing} course={course} />
        </>
      )}
    </div>
  );
}

export function ClosingPage({ courseId }: { readonly courseId: string }) {
  const { data: course } = useQuery(courseQuery(courseId));
  const question = useQuery(closingQuery(courseId));
  return (
    <Answered question={question}>
      {(closing) =>
        course === undefined ? null : <ClosingView closing={closing} course={course} />
      }
    </Answered>
  );
}
