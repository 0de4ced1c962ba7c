// Knows how a course is closed: on which day, with which outcome, and why without what is missing.
import { useState } from "react";
import type { Course } from "../../app/api/contract.ts";
import { useWrite } from "../../app/api/use-write.ts";
import { DateField, SelectField } from "../../components/field.tsx";
import { WordsField } from "../../components/words-field.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { type Closing, type Closure, closeCourse } from "./closing-queries.ts";
import { closingTexts } from "./texts.ts";

/** The event that ends a course; its outcomes are the edition's. */
const END = "closure";

export function CloseForm({
  closing,
  course,
}: {
  readonly closing: Closing;
  readonly course: Course;
}) {
  const t = useScreenTexts(closingTexts);
  const { pick } = useTexts();
  const { courseId, version, requirements } = closing;
  const outcomes = course.registrable.find(({ event }) => event === END)?.outcomes ?? [];
  const missing = requirements.some(({ met }) => !met);
  const [on, setOn] = useState(closing.plannedOn ?? course.asOf);
  const [outcome, setOutcome] = useState(outcomes[0]?.id ?? "");
  const [careNeed, setCareNeed] = useState("");
  const [reasonWithout, setReasonWithout] = useState("");
  const write = useWrite(
    (sent: { closure: Closure; version: number }, key) =>
      closeCourse({ courseId, version: sent.version }, sent.closure, key),
    [["course", courseId], ["work-list"], ["tasks"]],
  );
  const closure = {
    on,
    outcome,
    ...(careNeed.trim() === "" ? {} : { careNeed: careNeed.trim() }),
    ...(missing ? { reasonWithout: reasonWithout.trim() } : {}),
  };
  return (
    <section className="form-block" aria-label={t.close}>
      <h2 className="ds-heading" data-size="xs">
        {t.close}
      </h2>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (on !== "") write.send({ closure, version });
        }}
      >
        <div className="form-row">
          <DateField label={t.on} value={on} onChange={setOn} />
          <SelectField label={t.outcome} value={outcome} onChange={setOutcome}>
            {outcomes.map(({ id, name }) => (
              <option key={id} value={id}>
                {pick(name)}
              </option>
            ))}
          </SelectField>
        </div>
        <WordsField label={t.careNeed} rows={2} value={careNeed} onChange={setCareNeed} />
        {missing && (
          <WordsField
            label={t.reasonWithout}
            rows={2}
            required
            value={reasonWithout}
            onChange={setReasonWithout}
          />
        )}
        <WriteButton write={write}>{t.closeButton}</WriteButton>
      </form>
    </section>
  );
}
