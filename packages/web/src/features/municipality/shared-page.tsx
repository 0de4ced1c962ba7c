// Knows the page of what is shared with a unit of a municipality, plans to confirm first.
import "./municipality.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useNames } from "../../app/api/use-names.ts";
import { DateText } from "../../components/date-text.tsx";
import { Failure } from "../../components/failure.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ToneTag } from "../../components/tone-tag.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { type SharedCourse, sharedCoursesQuery } from "./municipal-queries.ts";
import { municipalityTexts } from "./texts.ts";

function PlanState({ followUp }: Pick<SharedCourse, "followUp">) {
  const t = useScreenTexts(municipalityTexts);
  if (followUp === null) return <span className="subtle">{t.noPlan}</span>;
  const { state, confirmBy } = followUp;
  return (
    <>
      <ToneTag tone={state === "received" ? "good" : "soon"}>{t.states[state]}</ToneTag>
      {state === "sent" && confirmBy !== null && (
        <span>
          {t.confirmBy} <DateText on={confirmBy} />
        </span>
      )}
    </>
  );
}

function SharedLine({ course }: { readonly course: SharedCourse }) {
  const t = useScreenTexts(municipalityTexts);
  const { t: common } = useTexts();
  const { pathway } = useNames();
  const { courseId, patient, from, until, ground, what, followUp } = course;
  const name = patient.name ?? t.unnamed(patient.patientId);
  const seesCourse = what === null || what.includes("course");
  return (
    <li className="shared-line">
      <p className="shared-top">
        <span>
          {followUp === null ? (
            <strong>{name}</strong>
          ) : (
            <Link to="/follow-up/$courseId" params={{ courseId }} className="ds-link row-patient">
              {name}
            </Link>
          )}{" "}
          {patient.birthYear !== null && (
            <span className="subtle">{common.list.born(patient.birthYear)}</span>
          )}
        </span>
        <span className="shared-state">
          <PlanState followUp={followUp} />
        </span>
      </p>
      <p>{pathway(course.pathway)}</p>
      <p className="subtle">
        {t.since} <DateText on={from} />
        {until !== null && (
          <>
            {" "}
            {t.until} <DateText on={until} />
          </>
        )}
        {" · "}
        {t.ground}: {ground}
        {seesCourse && (
          <>
            {" · "}
            <Link to="/courses/$courseId" params={{ courseId }} className="ds-link">
              {t.openCourse}
            </Link>
          </>
        )}
      </p>
    </li>
  );
}

function Group({
  title,
  courses,
}: {
  readonly title: string;
  readonly courses: readonly SharedCourse[];
}) {
  if (courses.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="ds-heading" data-size="xs">
        {title} ({courses.length})
      </h2>
      <ul className="shared-list">
        {courses.map((course) => (
          <SharedLine key={`${course.courseId} ${course.ground} ${course.from}`} course={course} />
        ))}
      </ul>
    </section>
  );
}

export function SharedPage({ unitId }: { readonly unitId: string }) {
  const t = useScreenTexts(municipalityTexts);
  const list = useQuery(sharedCoursesQuery(unitId));
  const courses = list.data?.courses ?? [];
  const waits = ({ followUp }: SharedCourse): boolean => followUp?.state === "sent";
  return (
    <>
      <PageHeading title={t.title}>{t.title}</PageHeading>
      <p className="lead">{t.lead}</p>
      {list.isPending && <Loading />}
      {list.isError && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && courses.length === 0 && <p className="empty">{t.empty}</p>}
      <div className="shared-groups">
        <Group title={t.toConfirm} courses={courses.filter(waits)} />
        <Group title={t.others} courses={courses.filter((course) => !waits(course))} />
      </div>
    </>
  );
}
