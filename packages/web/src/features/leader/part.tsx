// Knows how a part of the leader's page looks: a heading, what is in it, or a sentence that there is nothing.
import type { UseQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import { Loading } from "../../components/loading.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { leaderTexts } from "./texts.ts";

export function Part({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="leader-part" aria-labelledby={id}>
      <h2 id={id} className="ds-heading" data-size="xs">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** A part by the answer to its question. Without one it is not there: the page says so once, of all its parts. */
export function AnsweredPart<T>({
  title,
  question,
  children,
}: {
  readonly title: string;
  readonly question: UseQueryResult<T>;
  readonly children: (answer: T) => ReactNode;
}) {
  const { data, isError } = question;
  if (data === undefined && isError) return null;
  return <Part title={title}>{data === undefined ? <Loading /> : children(data)}</Part>;
}

interface Named {
  readonly patientId: string;
  readonly name: string | null;
}

export function CourseLink({
  courseId,
  patient,
}: {
  readonly courseId: string;
  readonly patient: Named;
}) {
  const t = useScreenTexts(leaderTexts);
  return (
    <Link to="/courses/$courseId" params={{ courseId }} className="ds-link">
      {patient.name ?? t.unnamed(patient.patientId)}
    </Link>
  );
}
