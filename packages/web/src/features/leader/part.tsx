// Knows how a part of the leader's page looks: a heading, what is in it, or a sentence that there is nothing.
import { Link } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
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

/** A table that scrolls by itself where the window is narrow. */
export function PartTable({
  title,
  columns,
  children,
}: {
  readonly title: string;
  readonly columns: readonly string[];
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard
    <div className="wide-table" tabIndex={0}>
      <table className="ds-table" data-size="sm">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
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
