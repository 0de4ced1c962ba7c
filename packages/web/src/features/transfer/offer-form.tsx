// Knows the form by which a course is offered to another unit.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { unitsQuery } from "../../app/api/queries.ts";
import { useWrite } from "../../app/api/use-write.ts";
import { SelectField } from "../../components/field.tsx";
import { WordsField } from "../../components/words-field.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { transferTexts } from "./texts.ts";
import { type Offer, offerTransfer } from "./transfer-queries.ts";

export function OfferForm({
  courseId,
  fromUnitId,
}: {
  readonly courseId: string;
  readonly fromUnitId: string | null;
}) {
  const t = useScreenTexts(transferTexts);
  const { data } = useQuery(unitsQuery);
  const [toUnitId, setToUnitId] = useState("");
  const [reason, setReason] = useState("");
  const [summary, setSummary] = useState("");
  const write = useWrite(
    (offer: Offer, key) => offerTransfer(courseId, offer, key),
    [["course", courseId], ["unit-transfers"], ["tasks"]],
  );
  return (
    <section className="form-block" aria-label={t.offerTitle}>
      <h2 className="ds-heading" data-size="xs">
        {t.offerTitle}
      </h2>
      <p className="subtle">{t.offerHint}</p>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          const more = summary.trim() === "" ? {} : { summary: summary.trim() };
          if (toUnitId !== "") write.send({ toUnitId, reason: reason.trim(), ...more });
        }}
      >
        <SelectField label={t.toUnit} value={toUnitId} onChange={setToUnitId}>
          <option value="">{t.choose}</option>
          {(data?.units ?? [])
            .filter(({ unitId }) => unitId !== fromUnitId)
            .map(({ unitId, name, hfName }) => (
              <option key={unitId} value={unitId}>
                {hfName === null ? name : `${name}, ${hfName}`}
              </option>
            ))}
        </SelectField>
        <WordsField label={t.reason} rows={2} required value={reason} onChange={setReason} />
        <WordsField label={t.summary} value={summary} onChange={setSummary} />
        <WriteButton write={write}>{t.offer}</WriteButton>
      </form>
    </section>
  );
}
