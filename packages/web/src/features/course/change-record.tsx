// Knows how a record is corrected or voided: nothing is removed, a new record takes it away.
import { type FormEvent, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import type { Course, RecordView, Registration } from "../../app/api/contract.ts";
import { Failure } from "../../components/failure.tsx";
import { inSentence } from "../../i18n/dates.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { correctionOf, draftOf } from "./draft.ts";
import { Preview } from "./preview.tsx";
import { RareFields, RegistrationFields } from "./registration-fields.tsx";
import { useRegister } from "./use-register.ts";

export interface ChangeProps {
  readonly course: Course;
  readonly record: RecordView;
  readonly onClose: () => void;
  /** Somebody else has registered since: the form stays, also if they took the very record away. */
  readonly onStale: () => void;
}

interface ChangeFormProps {
  readonly course: Course;
  readonly title: string;
  readonly hint: string;
  readonly confirm: string;
  /** What is saved; undefined while the form is not whole. */
  readonly registration: Registration | undefined;
  readonly onClose: () => void;
  readonly onStale: () => void;
  readonly children?: ReactNode;
}

function ChangeForm(props: ChangeFormProps) {
  const { course, title, hint, confirm, registration, onClose, onStale, children } = props;
  const { t } = useTexts();
  const [recordId] = useState(() => crypto.randomUUID());
  const heading = useRef<HTMLHeadingElement>(null);
  const change = useRegister(course);
  const records = registration && [{ ...registration, recordId }];
  useLayoutEffect(() => heading.current?.focus(), []);
  const onSubmit = (submission: FormEvent): void => {
    submission.preventDefault();
    if (records === undefined || change.isSaving) return;
    change.save(records, { onSaved: onClose, onStale });
  };
  return (
    <form className="change-form" onSubmit={onSubmit}>
      <h4 ref={heading} tabIndex={-1} className="ds-heading" data-size="2xs">
        {title}
      </h4>
      <p className="subtle">{hint}</p>
      {children}
      <Preview course={course} records={records} isTaken={change.hasTaken(records)} />
      {change.error !== null && <Failure error={change.error} />}
      <p className="change-ways">
        <button
          type="submit"
          className="ds-button"
          data-color="accent"
          aria-disabled={records === undefined || change.isSaving}
        >
          {change.isSaving ? t.registration.saving : confirm}
        </button>
        <button type="button" className="ds-button" data-variant="tertiary" onClick={onClose}>
          {t.records.cancel}
        </button>
      </p>
    </form>
  );
}

function useEventName({ name, event }: RecordView): string {
  const { pick } = useTexts();
  return name === null ? (event ?? "") : inSentence(pick(name));
}

export function CorrectRecord({ course, record, ...ends }: ChangeProps) {
  const { t } = useTexts();
  const [draft, setDraft] = useState(() => draftOf(record));
  return (
    <ChangeForm
      course={course}
      title={t.records.correctTitle(useEventName(record))}
      hint={t.records.correctHint}
      confirm={t.records.saveCorrection}
      registration={correctionOf(record, draft)}
      {...ends}
    >
      <div className="fields">
        <RegistrationFields course={course} draft={draft} onChange={setDraft} />
        <RareFields course={course} draft={draft} onChange={setDraft} />
      </div>
    </ChangeForm>
  );
}

export function VoidRecord({ course, record, ...ends }: ChangeProps) {
  const { t } = useTexts();
  return (
    <ChangeForm
      course={course}
      title={t.records.voidTitle(useEventName(record))}
      hint={t.records.voidHint}
      confirm={t.records.confirmVoid}
      registration={{ voids: record.recordId }}
      {...ends}
    />
  );
}
