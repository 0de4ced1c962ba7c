// Knows the fields of a registration: event with its outcome, date, care level, and what is stated more rarely.
import { CARE_LEVELS, GRANTED_FOR, SEVERITIES } from "@rettvei/engine";
import type { Course } from "../../app/api/contract.ts";
import { ConditionField } from "../../components/condition-field.tsx";
import { DateField, SelectField } from "../../components/field.tsx";
import { useTexts } from "../../i18n/texts-context.tsx";
import type { Draft } from "./draft.ts";
import { EventChoiceField } from "./event-choice.tsx";

interface FieldsProps {
  readonly course: Course;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
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

/** Event with its outcome, date and care level: one line on a wide screen. */
export function RegistrationFields(props: FieldsProps) {
  const { t } = useTexts();
  const { draft, onChange } = props;
  return (
    <>
      <EventChoiceField {...props} />
      <DateField
        label={t.registration.date}
        value={draft.occurredOn}
        onChange={(occurredOn) => onChange({ ...draft, occurredOn })}
      />
      {draft.event !== "" && <CareLevelField {...props} />}
    </>
  );
}

/** What a registration states more rarely: the patient's deadline, what the right is to, severity. */
export function RareFields({ course, draft, onChange }: FieldsProps) {
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
        <ConditionField
          conditions={course.conditions}
          value={draft.condition}
          onChange={(condition) => onChange({ ...draft, condition })}
        />
      </div>
    </details>
  );
}
