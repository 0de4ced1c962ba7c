// Knows what is said of a course that is not there for who asks: the two reasons that may be, and the ways on.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { sessionQuery } from "../../app/api/queries.ts";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { courseTexts } from "./texts.ts";

/** It does not say which of the reasons it is: that alone would tell that there is a patient. */
export function CourseNotThere() {
  const t = useScreenTexts(courseTexts).notThere;
  const { t: all } = useTexts();
  const role = useQuery(sessionQuery).data?.held?.role;
  const isPractitioner = role === "practitioner";
  return (
    <section className="panel no-task" aria-label={t.title}>
      <p>
        <strong>{t.title}</strong>
      </p>
      <p>{isPractitioner ? t.practitioner : t.unit}</p>
      <p className="form-ways">
        <Link to="/" className="ds-link">
          {all.course.back}
        </Link>
        {isPractitioner && (
          <Link to="/break-glass" className="ds-link">
            {t.breakGlass}
          </Link>
        )}
      </p>
    </section>
  );
}
