// Knows the fields of a registration: event, date, outcome, care level, and what is stated more rarely.
import { CARE_LEVELS, GRANTED_FOR, SEVERITIES } from "@rettvei/engine";
import type { Course, EventChoice } from "../../app/api/contract.ts";
import { DateField, SelectField } from "../../components/field.tsx";
import { useTexts } from "../../i18n/texts-context.tsx";
import type { Draft } from "./draft.ts";

interface FieldsProps {
  readonly course: Course;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

function Options({
  choices,
}: {
  readonly choices: readonly Pick<EventChoice, "event" | "name">[];
}) {
  const { pick } = useTexts();
  return (
    <>
      {choices.map(({ event, name }) => (
        <option key={event} value={event}>
          {pick(name)}
        </option>
      ))}
    </>
  );
}

function EventField({ course, draft, onChange }: FieldsProps) {
  const { t } = useTexts();
  const isExpected = ({ event }: EventChoice): boolean =>
    course.expected.some((expected) => expected.event === event);
  const expected = course.registrable.filter(isExpected);
  const others = course.registrable.filter((choice) => !isExpected(choice));
  return (
    <SelectField
      label={t.registration.event}
      value={draft.event}
      onChange={(event) => onChange({ ...draft, event, outcome: "" })}
    >
      <option value="">{t.registration.choose}</option>
      {expected.length > 0 && (
        <optgroup label={t.registration.expected}>
          <Options choices={expected} />
        </optgroup>
      )}
      <optgroup label={t.registration.others}>
        <Options choices={others} />
      </optgroup>
    </SelectField>
  );
}

function OutcomeField({ course, draft, onChange }: FieldsProps) {
  const { t, pick } = useTexts();
  const outcomes = course.registrable.find(({ event }) => event === draft.event)?.outcomes ?? [];
  if (outcomes.length === 0) return null;
  return (
    <SelectField
      label={t.registration.outcome}
      value={draft.outcome}
      onChange={(outcome) => onChange({ ...draft, outcome })}
    >
      <option value="">{t.registration.chooseOutcome}</option>
      {outcomes.map(({ id, name }) => (
        <option key={id} value={id}>
          {pick(name)}
        </option>
      ))}
    </SelectField>
  );
}

function CareLevelField({ draft, onChange }: FieldsProps) {
  const { t } = useTexts();
  return (
    <SelectField
      label={t.registration.careLevel}
      value={draft.careLevel}
      onChange={(careLevel) => onChange({ ...draft, careLevel })}
    >
      <option value="">{t.registration.asBefore}</option>
      {CARE_LEVELS.map((level) => (
        <option key={level} value={level}>
          {t.careLevels[level]}
        </option>
      ))}
    </SelectField>
  );
}

/** Event, date, outcome where the event has outcomes, and care level: one line on a wide screen. */
export function RegistrationFields(props: FieldsProps) {
  const { t } = useTexts();
  const { draft, onChange } = props;
  return (
    <>
      <EventField {...props} />
      <DateField
        label={t.registration.date}
        value={draft.occurredOn}
        onChange={(occurredOn) => onChange({ ...draft, occurredOn })}
      />
      <OutcomeField {...props} />
      {draft.event !== "" && <CareLevelField {...props} />}
    </>
  );
}

/** What a registration states more rarely: the patient's deadline, what the right is to, severity. */
export function RareFields({ draft, onChange }: Omit<FieldsProps, "course">) {
  const { t } = useTexts();
  return (
    <details className="rare-fields">
      <summary>{t.registration.more}</summary>
      <div className="fields">
        <DateField
          label={t.registration.legalDeadline}
          value={draft.legalDeadline}
          onChange={(legalDeadline) => onChange({ ...draft, legalDeadline })}
        />
        <SelectField
          label={t.registration.grantedFor}
          value={draft.grantedFor}
          onChange={(grantedFor) => onChange({ ...draft, grantedFor })}
        >
          <option value="">{t.registration.notStated}</option>
          {GRANTED_FOR.map((id) => (
            <option key={id} value={id}>
              {t.grantedFor[id]}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t.registration.severity}
          value={draft.severity}
          onChange={(severity) => onChange({ ...draft, severity })}
        >
          <option value="">{t.registration.notStated}</option>
          {SEVERITIES.map((id) => (
            <option key={id} value={id}>
              {t.severities[id]}
            </option>
          ))}
        </SelectField>
      </div>
    </details>
  );
}
