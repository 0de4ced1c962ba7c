// Knows where on a course's page one registers.
import type { Course } from "../../app/api/contract.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { newDraft } from "./draft.ts";
import { RegistrationForm } from "./registration-form.tsx";

export function RegistrationLine({ course }: { readonly course: Course }) {
  const { t } = useTexts();
  return (
    <section className="registration" aria-labelledby="registration">
      <h2 id="registration" className="ds-heading" data-size="xs">
        {t.registration.title}
      </h2>
      <RegistrationForm course={course} initial={newDraft(course.asOf)} focused={false} />
    </section>
  );
}
