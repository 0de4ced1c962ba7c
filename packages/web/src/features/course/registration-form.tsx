// Knows the form that registers one event or several at once, shows what they would change, and lets them be undone.
import { type FormEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import type { Course } from "../../app/api/contract.ts";
import { Failure } from "../../components/failure.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { type Draft, newDraft } from "./draft.ts";
import { type DraftLine, newLine, registrationsOf, unsent } from "./drafts.ts";
import { Preview } from "./preview.tsx";
import { RareFields, RegistrationFields } from "./registration-fields.tsx";
import { SavedNote, type SavedRecord } from "./saved-note.tsx";
import { courseTexts } from "./texts.ts";
import { useRegister } from "./use-register.ts";

interface FormProps {
  readonly course: Course;
  /** What stands in the form at first. */
  readonly initial: Draft;
  /** Whether the reader came here to fill it in. */
  readonly focused: boolean;
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

interface LineProps {
  readonly course: Course;
  readonly line: DraftLine;
  /** From 1; undefined where it is the only one. */
  readonly number: number | undefined;
  /** Whether it takes the focus when it appears. */
  readonly focused: boolean;
  readonly onChange: (line: DraftLine) => void;
  readonly onRemove: () => void;
}

function Line({ course, line, number, focused, onChange, onRemove }: LineProps) {
  const t = useScreenTexts(courseTexts);
  const fields = useRef<HTMLFieldSetElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the line appears
  useLayoutEffect(() => {
    if (focused) fields.current?.querySelector("select")?.focus();
  }, []);
  const { draft } = line;
  const change = (changed: Draft): void => onChange({ ...line, draft: changed });
  return (
    <fieldset className="draft-line" ref={fields}>
      {number !== undefined && <legend className="subtle">{t.eventNumber(number)}</legend>}
      <div className="fields">
        <RegistrationFields course={course} draft={draft} onChange={change} />
        {number !== undefined && (
          <button
            type="button"
            className="ds-button"
            data-variant="tertiary"
            aria-label={t.removeEvent(number)}
            onClick={onRemove}
          >
            ×
          </button>
        )}
        {draft.event !== "" && <RareFields course={course} draft={draft} onChange={change} />}
      </div>
      <Hints course={course} draft={draft} />
    </fieldset>
  );
}

/** Told in the same breath as the course shows it, and not before. */
const isIn = (course: Course, saved: readonly SavedRecord[]): boolean =>
  saved.every(({ recordId }) => course.records.some((one) => one.recordId === recordId));

function useLines({ course, initial }: Pick<FormProps, "course" | "initial">) {
  const [lines, setLines] = useState<readonly DraftLine[]>(() => [newLine(initial)]);
  return {
    lines,
    change: (changed: DraftLine) =>
      setLines((all) => all.map((one) => (one.recordId === changed.recordId ? changed : one))),
    remove: (gone: DraftLine) => setLines((all) => all.filter((one) => one !== gone)),
    // Several things that are registered together mostly happened on one day.
    add: () =>
      setLines((all) => [...all, newLine(newDraft(all.at(-1)?.draft.occurredOn ?? course.asOf))]),
    /** What was written while those before were on their way stays. */
    clear: (sent: readonly DraftLine[]) =>
      setLines((all) => {
        const left = unsent(all, sent);
        return left.length > 0 ? left : [newLine(newDraft(course.asOf))];
      }),
  };
}

/** From wherever one is in the form; Enter alone belongs to the field. */
function saveByKey(press: KeyboardEvent<HTMLFormElement>): void {
  if (press.key !== "Enter" || !(press.ctrlKey || press.metaKey)) return;
  press.preventDefault();
  press.currentTarget.requestSubmit();
}

export function RegistrationForm({ course, initial, focused }: FormProps) {
  const { t: shared } = useTexts();
  const t = useScreenTexts(courseTexts);
  const { lines, ...change } = useLines({ course, initial });
  const [saved, setSaved] = useState<readonly SavedRecord[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const toEvent = (): void => form.current?.querySelector("select")?.focus();
  const register = useRegister(course);
  const registrations = registrationsOf(lines);

  const onSubmit = (submission: FormEvent): void => {
    submission.preventDefault();
    if (registrations === undefined) toEvent();
    if (registrations === undefined || register.isSaving) return;
    register.save(registrations, {
      onSaved: () => {
        setSaved(
          registrations.map(({ recordId, event, occurredOn }) => ({
            recordId,
            event,
            on: occurredOn,
          })),
        );
        change.clear(lines);
      },
    });
  };
  return (
    <>
      <form ref={form} className="registration-form" onSubmit={onSubmit} onKeyDown={saveByKey}>
        {lines.map((line, at) => (
          <Line
            key={line.recordId}
            course={course}
            line={line}
            number={lines.length > 1 ? at + 1 : undefined}
            focused={at > 0 || focused || saved.length > 0}
            onChange={change.change}
            onRemove={() => change.remove(line)}
          />
        ))}
        <p className="change-ways">
          <button
            type="submit"
            className="ds-button"
            data-color="accent"
            aria-keyshortcuts="Control+Enter"
            title="Ctrl + Enter"
            aria-disabled={registrations === undefined || register.isSaving}
          >
            {register.isSaving ? shared.registration.saving : shared.registration.register}
          </button>
          <button type="button" className="ds-button" data-variant="tertiary" onClick={change.add}>
            {t.addEvent}
          </button>
        </p>
      </form>
      {register.error !== null && <Failure error={register.error} />}
      <Preview course={course} records={registrations} isTaken={register.hasTaken(registrations)} />
      {saved.length > 0 && isIn(course, saved) && (
        <SavedNote key={saved[0]?.recordId} course={course} saved={saved} onUndone={toEvent} />
      )}
    </>
  );
}
