// Knows how what happened while the service was down is entered: several patients and events, each on its own day.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { courseQuery, postRecords } from "../../app/api/queries.ts";
import { Failure } from "../../components/failure.tsx";
import { DateField, SelectField } from "../../components/field.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { byCourse, type DowntimeLine, isWhole, newLine, registrationOf } from "./downtime-lines.ts";
import { downtimeTexts } from "./texts.ts";
import type { UnitCourse } from "./unit-courses.ts";

interface LineProps {
  readonly line: DowntimeLine;
  readonly at: number;
  readonly courses: readonly UnitCourse[];
  readonly onChange: (part: Partial<DowntimeLine>) => void;
  readonly onRemove: () => void;
}

function EventFields({ line, onChange }: Pick<LineProps, "line" | "onChange">) {
  const t = useScreenTexts(downtimeTexts);
  const { pick } = useTexts();
  const { data } = useQuery({ ...courseQuery(line.courseId), enabled: line.courseId !== "" });
  const events = data?.registrable ?? [];
  const outcomes = events.find(({ event }) => event === line.event)?.outcomes ?? [];
  return (
    <>
      <SelectField
        label={t.event}
        value={line.event}
        onChange={(event) => onChange({ event, outcome: "" })}
      >
        <option value="">{t.chooseEvent}</option>
        {events.map(({ event, name }) => (
          <option key={event} value={event}>
            {pick(name)}
          </option>
        ))}
      </SelectField>
      {outcomes.length > 0 && (
        <SelectField
          label={t.outcome}
          value={line.outcome}
          onChange={(outcome) => onChange({ outcome })}
        >
          <option value="">{t.noOutcome}</option>
          {outcomes.map(({ id, name }) => (
            <option key={id} value={id}>
              {pick(name)}
            </option>
          ))}
        </SelectField>
      )}
    </>
  );
}

function Line({ line, at, courses, onChange, onRemove }: LineProps) {
  const t = useScreenTexts(downtimeTexts);
  return (
    <fieldset className="choice-field form-block">
      <legend className="visually-hidden">{t.line(at)}</legend>
      <div className="form-row">
        <SelectField
          label={t.patient}
          value={line.courseId}
          onChange={(courseId) => onChange({ courseId, event: "", outcome: "" })}
        >
          <option value="">{t.choosePatient}</option>
          {courses.map(({ courseId, label }) => (
            <option key={courseId} value={courseId}>
              {label}
            </option>
          ))}
        </SelectField>
        <EventFields line={line} onChange={onChange} />
        <DateField label={t.on} value={line.on} onChange={(on) => onChange({ on })} />
        <button type="button" className="ds-button" data-variant="tertiary" onClick={onRemove}>
          {t.removeLine(at)}
        </button>
      </div>
    </fieldset>
  );
}

interface Refused {
  readonly label: string;
  readonly error: unknown;
}

/** Saves course by course; what is refused stays, and is told with its patient. */
function useSaving(lines: readonly DowntimeLine[], courses: readonly UnitCourse[]) {
  const client = useQueryClient();
  const [isSaving, setIsSaving] = useState(false);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const saveCourse = async (courseId: string, of: readonly DowntimeLine[]): Promise<void> => {
    await client.invalidateQueries({ queryKey: courseQuery(courseId).queryKey, exact: true });
    const course = await client.fetchQuery(courseQuery(courseId));
    // The first line's own key: sent again after a lost answer it is not saved twice.
    const writing = { key: of[0]?.key ?? crypto.randomUUID(), version: course.lastRecordSeq };
    await postRecords(courseId, of.map(registrationOf), writing);
  };
  const save = async (): Promise<readonly string[]> => {
    setIsSaving(true);
    const failures: Refused[] = [];
    const saved: string[] = [];
    for (const [courseId, of] of byCourse(lines)) {
      try {
        await saveCourse(courseId, of);
        saved.push(...of.map(({ key }) => key));
      } catch (error) {
        const label = courses.find((one) => one.courseId === courseId)?.label ?? courseId;
        failures.push({ label, error });
      }
    }
    await Promise.all(
      [["course"], ["work-list"]].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
    setRefused(failures);
    setIsSaving(false);
    return saved;
  };
  return { save, isSaving, refused };
}

export function EnterLines({ courses }: { readonly courses: readonly UnitCourse[] }) {
  const t = useScreenTexts(downtimeTexts);
  const { t: all } = useTexts();
  const [lines, setLines] = useState<readonly DowntimeLine[]>(() => [newLine()]);
  const [saved, setSaved] = useState(0);
  const [tried, setTried] = useState(false);
  const { save, isSaving, refused } = useSaving(lines, courses);
  const whole = lines.every(isWhole);
  const submit = async () => {
    setTried(true);
    if (!whole) return;
    const done = await save();
    const left = lines.filter(({ key }) => !done.includes(key));
    setSaved(done.length);
    setLines(left.length === 0 ? [newLine()] : left);
    setTried(false);
  };
  return (
    <section className="form-block" aria-label={t.enterTitle}>
      <h2 className="ds-heading" data-size="xs">
        {t.enterTitle}
      </h2>
      <p className="subtle">{t.enterHint}</p>
      <form
        className="form-part"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {lines.map((line, at) => (
          <Line
            key={line.key}
            line={line}
            at={at + 1}
            courses={courses}
            onChange={(part) =>
              setLines(lines.map((one) => (one.key === line.key ? { ...one, ...part } : one)))
            }
            onRemove={() =>
              setLines(lines.length === 1 ? [newLine()] : lines.filter((one) => one !== line))
            }
          />
        ))}
        {tried && !whole && <p role="alert">{t.incomplete}</p>}
        {saved > 0 && <p role="status">{t.saved(saved)}</p>}
        {refused.map(({ label, error }) => (
          <Failure key={label} error={error}>
            <strong>
              {t.notSaved}: {label}
            </strong>
          </Failure>
        ))}
        <div className="form-ways">
          <button type="submit" className="ds-button" disabled={isSaving}>
            {isSaving ? all.registration.saving : t.save}
          </button>
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            onClick={() => setLines([...lines, newLine()])}
          >
            {t.addLine}
          </button>
        </div>
      </form>
    </section>
  );
}
