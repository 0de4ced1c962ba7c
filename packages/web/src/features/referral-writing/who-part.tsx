// Knows the parts of a referral that say who the patient is, who refers, and what the patient says.
import { useState } from "react";
import { Field, SelectField } from "../../components/field.tsx";
import { LineField, TickField, WordsField } from "../../components/words-field.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { ACCEPTED, type AttachmentProblem, attachmentOf } from "./attachment.ts";
import type { PartProps } from "./referral-form.tsx";
import { writingTexts } from "./texts.ts";

const LANGUAGES = ["nb", "nn", "en"] as const;

export function PatientPart({ draft, set }: PartProps) {
  const t = useScreenTexts(writingTexts);
  return (
    <section className="panel" aria-labelledby="patient-title">
      <h2 id="patient-title" className="ds-heading" data-size="xs">
        {t.patient}
      </h2>
      <LineField
        label={t.personNumber}
        hint={t.personNumberHint}
        maxLength={12}
        value={draft.personNumber}
        onChange={(personNumber) => set({ personNumber })}
      />
      <LineField label={t.name} value={draft.name} onChange={(name) => set({ name })} />
      <SelectField
        label={t.language}
        value={draft.language}
        onChange={(chosen) =>
          set({ language: LANGUAGES.find((language) => language === chosen) ?? "nb" })
        }
      >
        {LANGUAGES.map((language) => (
          <option key={language} value={language}>
            {t.languages[language]}
          </option>
        ))}
      </SelectField>
    </section>
  );
}

export function ReferrerPart({ draft, set }: PartProps) {
  const t = useScreenTexts(writingTexts);
  const { referrerName, organisation, phone, notGp, gpName, tellGp } = draft;
  return (
    <section className="panel" aria-labelledby="referrer-title">
      <h2 id="referrer-title" className="ds-heading" data-size="xs">
        {t.referrer}
      </h2>
      <LineField
        label={t.referrerName}
        value={referrerName}
        onChange={(value) => set({ referrerName: value })}
      />
      <LineField
        label={t.organisation}
        value={organisation}
        onChange={(value) => set({ organisation: value })}
      />
      <LineField
        label={t.phone}
        type="tel"
        value={phone}
        onChange={(value) => set({ phone: value })}
      />
      <TickField label={t.notGp} checked={notGp} onChange={(value) => set({ notGp: value })} />
      {notGp && (
        <>
          <LineField label={t.gpName} value={gpName} onChange={(value) => set({ gpName: value })} />
          <TickField
            label={t.tellGp}
            checked={tellGp}
            onChange={(value) => set({ tellGp: value })}
          />
        </>
      )}
    </section>
  );
}

function AttachmentField({ draft, set }: PartProps) {
  const t = useScreenTexts(writingTexts);
  const [problem, setProblem] = useState<AttachmentProblem>();
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const read = await attachmentOf(file);
    setProblem(typeof read === "string" ? read : undefined);
    if (typeof read !== "string") set({ attachment: read });
  };
  if (draft.attachment !== null) {
    return (
      <p className="form-ways">
        {t.attachment}: {draft.attachment.name}
        <button
          type="button"
          className="ds-button"
          data-variant="tertiary"
          onClick={() => set({ attachment: null })}
        >
          {t.removeAttachment}
        </button>
      </p>
    );
  }
  return (
    <Field label={t.attachment}>
      {(id) => (
        <>
          <span className="subtle">{t.attachmentHint}</span>
          <input
            id={id}
            type="file"
            accept={ACCEPTED}
            onChange={({ target }) => void take(target.files?.[0])}
          />
          {problem !== undefined && <span role="alert">{t[problem]}</span>}
        </>
      )}
    </Field>
  );
}

export function OwnWordsPart(props: PartProps) {
  const t = useScreenTexts(writingTexts);
  const { draft, set } = props;
  return (
    <div className="panel">
      <WordsField
        label={t.patientWords}
        hint={t.patientWordsHint}
        value={draft.patientWords}
        onChange={(patientWords) => set({ patientWords })}
      />
      <AttachmentField {...props} />
    </div>
  );
}
