// Knows how an event is registered in one line, what it would change, and how it is undone.
import { type FormEvent, useRef, useState } from "react";
import type { Course } from "../../app/api/contract.ts";
import { Failure } from "../../components/failure.tsx";
import { inSentence } from "../../i18n/dates.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { type Draft, newDraft, registrationOf } from "./draft.ts";
import { Preview } from "./preview.tsx";
import { RareFields, RegistrationFields } from "./registration-fields.tsx";
import { useRegister } from "./use-register.ts";

interface Saved {
  readonly recordId: string;
  readonly event: string;
  readonly on: string;
}

function SavedNote({
  course,
  saved,
  onDone,
}: {
  readonly course: Course;
  readonly saved: Saved;
  readonly onDone: () => void;
}) {
  const { t, pick, date } = useTexts();
  const undo = useRegister(course);
  const name = course.records.find(({ recordId }) => recordId === saved.recordId)?.name;
  if (undo.isSaved)
    return (
      <p className="saved" role="status">
        {t.registration.undone}
      </p>
    );
  return (
    <div className="saved">
      <p role="status">
        {t.registration.saved(name ? inSentence(pick(name)) : saved.event, date(saved.on))}
      </p>
      <button
        type="button"
        className="ds-button"
        data-variant="tertiary"
        aria-disabled={undo.isSaving}
        onClick={() => undo.isSaving || undo.save([{ voids: saved.recordId }], { onSaved: onDone })}
      >
        {t.registration.undo}
      </button>
      {undo.error !== null && <Failure error={undo.error} />}
    </div>
  );
}

function Hints({ course, draft }: { readonly course: Course; readonly draft: Draft }) {
  const { t } = useTexts();
  const choice = course.registrable.find(({ event }) => event === draft.event);
  const incomplete = (choice?.outcomes.length ?? 0) > 0 && draft.outcome === "";
  return (
    <>
      {incomplete && <p className="subtle">{t.registration.noOutcome}</p>}
      {draft.occurredOn > course.asOf && <p className="subtle">{t.registration.future}</p>}
    </>
  );
}

export function RegistrationLine({ course }: { readonly course: Course }) {
  const { t } = useTexts();
  const [draft, setDraft] = useState(() => newDraft(course.asOf));
  const [recordId, setRecordId] = useState(() => crypto.randomUUID());
  const [saved, setSaved] = useState<Saved>();
  const form = useRef<HTMLFormElement>(null);
  const register = useRegister(course);
  const registration = registrationOf(draft);
  const focusEvent = (): void => form.current?.querySelector("select")?.focus();

  const onSubmit = (submission: FormEvent): void => {
    submission.preventDefault();
    if (registration === undefined) focusEvent();
    if (registration === undefined || register.isSaving) return;
    // The same id on a second try: the service never writes it twice.
    register.save([{ ...registration, recordId }], {
      onSaved: () => {
        setSaved({ recordId, event: registration.event, on: registration.occurredOn });
        setDraft(newDraft(course.asOf));
        setRecordId(crypto.randomUUID());
        focusEvent();
      },
    });
  };
  return (
    <section className="registration" aria-labelledby="registration">
      <h2 id="registration" className="ds-heading" data-size="xs">
        {t.registration.title}
      </h2>
      <form ref={form} className="fields" onSubmit={onSubmit}>
        <RegistrationFields course={course} draft={draft} onChange={setDraft} />
        <button
          type="submit"
          className="ds-button"
          data-color="accent"
          aria-disabled={registration === undefined || register.isSaving}
        >
          {register.isSaving ? t.registration.saving : t.registration.register}
        </button>
        {draft.event !== "" && <RareFields draft={draft} onChange={setDraft} />}
      </form>
      <Hints course={course} draft={draft} />
      {register.error !== null && <Failure error={register.error} />}
      <Preview course={course} records={registration && [registration]} />
      {saved !== undefined && (
        <SavedNote key={saved.recordId} course={course} saved={saved} onDone={focusEvent} />
      )}
    </section>
  );
}
