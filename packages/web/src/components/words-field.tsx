// Knows how fields for words, a tick and a choice look.
import { type ReactNode, useId } from "react";
import { Field } from "./field.tsx";

interface Labelled {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  /** What is wanted in it. */
  readonly hint?: string;
}

function Hint({ id, hint }: { readonly id: string; readonly hint: string | undefined }) {
  if (hint === undefined) return null;
  return (
    <span id={`${id}-hint`} className="subtle">
      {hint}
    </span>
  );
}

const describedBy = (id: string, hint: string | undefined) =>
  hint === undefined ? {} : { "aria-describedby": `${id}-hint` };

/** Words on several lines. */
export function WordsField({
  label,
  value,
  onChange,
  required = false,
  hint,
  rows = 3,
}: Labelled & { readonly rows?: number }) {
  return (
    <Field label={label}>
      {(id) => (
        <>
          <Hint id={id} hint={hint} />
          <textarea
            id={id}
            className="ds-input words-field"
            rows={rows}
            maxLength={10_000}
            required={required}
            value={value}
            {...describedBy(id, hint)}
            onChange={({ target }) => onChange(target.value)}
          />
        </>
      )}
    </Field>
  );
}

/** A few words on one line. */
export function LineField({
  label,
  value,
  onChange,
  required = false,
  hint,
  maxLength = 200,
  type = "text",
  autoComplete = "off",
}: Labelled & {
  readonly type?: "text" | "tel";
  readonly autoComplete?: string;
  readonly maxLength?: number;
}) {
  return (
    <Field label={label}>
      {(id) => (
        <>
          <Hint id={id} hint={hint} />
          <input
            id={id}
            type={type}
            className="ds-input"
            maxLength={maxLength}
            autoComplete={autoComplete}
            required={required}
            value={value}
            {...describedBy(id, hint)}
            onChange={({ target }) => onChange(target.value)}
          />
        </>
      )}
    </Field>
  );
}

export function TickField({
  label,
  checked,
  disabled = false,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <div className="tick-field">
      <input
        id={id}
        type="checkbox"
        className="ds-input"
        checked={checked}
        disabled={disabled}
        onChange={({ target }) => onChange(target.checked)}
      />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}

/** One of a few words, all of them in sight. */
export function ChoiceField<Word extends string>({
  legend,
  choices,
  value,
  onChange,
}: {
  readonly legend: ReactNode;
  readonly choices: readonly (readonly [Word, string])[];
  readonly value: Word | undefined;
  readonly onChange: (word: Word) => void;
}) {
  const name = useId();
  return (
    <fieldset className="choice-field">
      <legend>{legend}</legend>
      <div className="choices">
        {choices.map(([word, text]) => (
          <label key={word}>
            <input
              type="radio"
              className="ds-input"
              name={name}
              checked={value === word}
              onChange={() => onChange(word)}
            />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
