// Knows the form of a discharge summary to those outside.
import type { CareLevel } from "@rettvei/engine";
import { useState } from "react";
import { useWrite } from "../../app/api/use-write.ts";
import { DateField, SelectField } from "../../components/field.tsx";
import { LineField, WordsField } from "../../components/words-field.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { type Summary, sendSummary } from "./closing-queries.ts";
import { closingTexts } from "./texts.ts";

const LEVELS: readonly CareLevel[] = ["poliklinikk", "dag", "dogn"];
/** The standard's code of the section "assessment and plan ahead". */
const ASSESSMENT = "VU";
/** The document's own name, in the language of the standard. */
const TITLE = "Epikrise";

export function SummaryForm({
  courseId,
  from: began,
  asOf,
}: {
  readonly courseId: string;
  readonly from: string;
  readonly asOf: string;
}) {
  const t = useScreenTexts(closingTexts);
  const { t: all } = useTexts();
  const [title, setTitle] = useState(TITLE);
  const [from, setFrom] = useState(began);
  const [to, setTo] = useState(asOf);
  const [careLevel, setCareLevel] = useState<CareLevel>("poliklinikk");
  const [text, setText] = useState("");
  const [telephone, setTelephone] = useState("");
  const write = useWrite(
    (summary: Summary, key) => sendSummary(courseId, summary, key),
    [["course", courseId], ["messages"], ["tasks"]],
  );
  const send = () =>
    write.send({
      title: title.trim(),
      stay: { from, to, careLevel },
      diagnoses: [],
      sections: [{ heading: ASSESSMENT, text: text.trim() }],
      ...(telephone.trim() === "" ? {} : { telephone: telephone.trim() }),
    });
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
        <WordsField label={t.text} rows={6} required value={text} onChange={setText} />
        <LineField label={t.telephone} type="tel" value={telephone} onChange={setTelephone} />
        <WriteButton write={write} variant="secondary">
          {t.sendSummary}
        </WriteButton>
      </form>
    </details>
  );
}
