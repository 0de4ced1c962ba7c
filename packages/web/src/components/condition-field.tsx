// Knows the field of the condition whose own content a course keeps, where its edition has such.
import { useNames } from "../app/api/use-names.ts";
import { screenTexts, useScreenTexts } from "../i18n/screen-texts.ts";
import { SelectField } from "./field.tsx";

const texts = screenTexts({
  nb: { label: "Tilstand med egne anbefalinger", none: "Ingen egen" },
  nn: { label: "Tilstand med eigne tilrådingar", none: "Inga eiga" },
  en: { label: "Condition with recommendations of its own", none: "None of its own" },
});

/** Nothing where the edition has no such conditions. */
export function ConditionField({
  conditions,
  value,
  onChange,
}: {
  /** Pathway ids. */
  readonly conditions: readonly string[];
  readonly value: string;
  readonly onChange: (condition: string) => void;
}) {
  const t = useScreenTexts(texts);
  const { pathway: nameOf } = useNames();
  if (conditions.length === 0) return null;
  return (
    <SelectField label={t.label} value={value} onChange={onChange}>
      <option value="">{t.none}</option>
      {conditions.map((id) => (
        <option key={id} value={id}>
          {nameOf(id)}
        </option>
      ))}
    </SelectField>
  );
}
