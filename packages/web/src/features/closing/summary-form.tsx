// Knows the form of a discharge summary to those outside.
import type { CareLevel } from "@rettvei/engine";
import { useState } from "react";
import { useWrite } from "../../app/api/use-write.ts";
import { DateField, SelectField } from "../../components/field.tsx";
import { LineField } from "../../components/words-field.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { type Summary, sendSummary } from "./closing-queries.ts";
import {
  type Diagnosis,
  DiagnosisFields,
  newDiagnosis,
  toldDiagnoses,
} from "./diagnosis-fields.tsx";
import { SectionFields, type Sections, toldSections } from "./summary-sections.tsx";
import { closingTexts } from "./texts.ts";

const LEVELS: readonly CareLevel[] = ["poliklinikk", "dag", "dogn"];
/** The document's own name, in the language of the standard. */
const TITLE = "Epikrise";

export function SummaryForm({
  courseId,
  from: began,
  asOf,
  onSent,
}: {
  readonly courseId: string;
  readonly from: string;
  readonly asOf: string;
  /** The form is gone by then. */
  readonly onSent: () => void;
}) {
  const t = useScreenTexts(closingTexts);
  const { t: all } = useTexts();
  const [title, setTitle] = useState(TITLE);
  const [from, setFrom] = useState(began);
  const [to, setTo] = useState(asOf);
  const [careLevel, setCareLevel] = useState<CareLevel>("poliklinikk");
  const [diagnoses, setDiagnoses] = useState<readonly Diagnosis[]>(() => [newDiagnosis()]);
  const [sections, setSections] = useState<Sections>({});
  const [telephone, setTelephone] = useState("");
  const write = useWrite(
    (summary: Summary, key) => sendSummary(courseId, summary, key),
    [["course", courseId], ["messages"], ["tasks"]],
  );
  const send = () =>
    write.send(
      {
        title: title.trim(),
        stay: { from, to, careLevel },
        diagnoses: toldDiagnoses(diagnoses),
        sections: toldSections(sections),
        ...(telephone.trim() === "" ? {} : { telephone: telephone.trim() }),
      },
      onSent,
    );
  return (
    <details className="fold">
      <summary>{t.summary}</summary>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <LineField label={t.summaryTitle} required value={title} onChange={setTitle} />
        <div className="form-row">
          <DateField label={t.from} value={from} onChange={setFrom} />
          <DateField label={t.to} value={to} onChange={setTo} />
          <SelectField
            label={t.careLevel}
            value={careLevel}
            onChange={(value) => setCareLevel(LEVELS.find((one) => one === value) ?? careLevel)}
          >
            {LEVELS.map((one) => (
              <option key={one} value={one}>
                {all.careLevels[one]}
              </option>
            ))}
          </SelectField>
        </div>
        <p className="subtle">{t.summaryHint}</p>
        <DiagnosisFields diagnoses={diagnoses} onChange={setDiagnoses} />
        <SectionFields sections={sections} onChange={setSections} />
        <LineField label={t.telephone} type="tel" value={telephone} onChange={setTelephone} />
        <WriteButton write={write} variant="secondary">
          {t.sendSummary}
        </WriteButton>
      </form>
    </details>
  );
}
