// Knows how it is shown who has which task in a course, and how to reach them.
import { useQuery } from "@tanstack/react-query";
import { assignmentsQuery } from "../../app/api/queries.ts";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { courseTexts } from "./texts.ts";

/** A course without them is said so; the other roles are shown only where somebody has them. */
const NEEDED = ["coordinator", "practitioner"] as const;

/** Shows nothing for who may not read it: the head of the course is whole without. */
export function CoursePeople({ courseId }: { readonly courseId: string }) {
  const t = useScreenTexts(courseTexts);
  const { data } = useQuery(assignmentsQuery(courseId));
  if (data === undefined) return null;
  const missing = NEEDED.filter((role) => data.open.includes(role));
  return (
    <ul className="course-people" aria-label={t.people}>
      {data.held.map(({ role, personName, phone }) => (
        <li key={role}>
          <span className="subtle">{t.roles[role]}:</span> {personName}
          {phone !== null && (
            <>
              {" "}
              <a className="ds-link" href={`tel:${phone.replaceAll(" ", "")}`}>
                {phone}
              </a>
            </>
          )}
        </li>
      ))}
      {missing.map((role) => (
        <li key={role} data-missing="true">
          <span className="subtle">{t.roles[role]}:</span> {t.nobody}
        </li>
      ))}
    </ul>
  );
}
