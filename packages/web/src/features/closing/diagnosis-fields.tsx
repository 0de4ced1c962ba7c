// Knows how diagnoses are written: each with its code where the clinician has one, else in words alone.
import { Field } from "../../components/field.tsx";
import { LineField } from "../../components/words-field.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import type { Summary } from "./closing-queries.ts";
import { KeyedRows } from "./keyed-rows.tsx";
import { closingTexts } from "./texts.ts";

/** ICD-10, as the service and the standard name it. */
const ICD_10 = "2.16.578.1.12.4.1.1.7110";
/** A letter, two digits, and what may follow a dot. */
const CODE = "\\s*[A-Za-z][0-9]{2}(\\.?[0-9A-Za-z]{1,2})?\\s*";

export interface Diagnosis {
  readonly key: string;
  readonly code: string;
  readonly text: string;
}

export const newDiagnosis = (): Diagnosis => ({ key: crypto.randomUUID(), code: "", text: "" });

/** Those that say something, the main one first. */
export function toldDiagnoses(diagnoses: readonly Diagnosis[]): Summary["diagnoses"] {
  return diagnoses.flatMap(({ code, text }): Summary["diagnoses"] => {
    const words = text.trim();
    const value = code.trim().toUpperCase();
    if (words === "") return [];
    return [value === "" ? { text: words } : { value, system: ICD_10, display: words }];
  });
}

function CodeField({
  code,
  onChange,
}: {
  readonly code: string;
  readonly onChange: (code: string) => void;
}) {
  const t = useScreenTexts(closingTexts);
  return (
    <Field label={t.code}>
      {(id) => (
        <input
          id={id}
          className="ds-input"
          maxLength={8}
          autoComplete="off"
          pattern={CODE}
          title={t.codeHint}
          value={code}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

export function DiagnosisFields({
  diagnoses,
  onChange,
}: {
  readonly diagnoses: readonly Diagnosis[];
  readonly onChange: (diagnoses: readonly Diagnosis[]) => void;
}) {
  const t = useScreenTexts(closingTexts);
  return (
    <fieldset className="choice-field form-part">
      <legend>{t.diagnoses}</legend>
      <p className="subtle">{t.diagnosesHint}</p>
      <KeyedRows
        rows={diagnoses}
        onChange={onChange}
        newRow={newDiagnosis}
        className="diagnosis-row"
        addLabel={t.addDiagnosis}
        removeLabel={({ text }) => t.removeDiagnosis(text)}
        fields={({ code, text }, at, edit) => (
          <>
            <LineField
              label={at === 0 ? t.mainDiagnosis : t.otherDiagnosis}
              required={code.trim() !== ""}
              value={text}
              onChange={(next) => edit({ text: next })}
            />
            <CodeField code={code} onChange={(next) => edit({ code: next })} />
          </>
        )}
      />
    </fieldset>
  );
}
