// Knows how a labelled field looks.
import { type ReactNode, useId } from "react";
import { FIRST_DAY, LAST_DAY } from "./whole-day.ts";

export function Field({
  label,
  children,
}: {
  readonly label: string;
  /** Gets the id that ties the control to its label. */
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

export function SelectField({
  label,
  value,
  onChange,
  children,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}) {
  return (
    <Field label={label}>
      {(id) => (
        <select
          id={id}
          className="ds-input"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        >
          {children}
        </select>
      )}
    </Field>
  );
}

export function DateField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          type="date"
          className="ds-input"
          min={FIRST_DAY}
          max={LAST_DAY}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
