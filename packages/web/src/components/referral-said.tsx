// Knows how it is shown what a referral says, point by point, with what is missing in it.
import { useQuery } from "@tanstack/react-query";
import { checklistQuery, type Referral } from "../app/api/referral-queries.ts";
import { screenTexts, useScreenTexts } from "../i18n/screen-texts.ts";
import { useTexts } from "../i18n/texts-context.tsx";
import { DateText } from "./date-text.tsx";

const texts = screenTexts({
  nb: {
    patientWords: "Pasientens egne ord",
    attachment: "Vedlegg fra pasienten",
    missing: "Mangler i henvisningen",
    because: "Sendt uten fordi",
    notRelevant: "Ikke aktuelt",
    present: "Med",
    changes: "Tilføyd senere",
    onward: (from: string) => `Sendt videre fra ${from}`,
    waitingSince: "Har ventet siden",
  },
  nn: {
    patientWords: "Pasienten sine eigne ord",
    attachment: "Vedlegg frå pasienten",
    missing: "Manglar i tilvisinga",
    because: "Send utan fordi",
    notRelevant: "Ikkje aktuelt",
    present: "Med",
    changes: "Lagt til seinare",
    onward: (from) => `Send vidare frå ${from}`,
    waitingSince: "Har venta sidan",
  },
  en: {
    patientWords: "The patient's own words",
    attachment: "Attachment from the patient",
    missing: "Missing in the referral",
    because: "Sent without because",
    notRelevant: "Not relevant",
    present: "Included",
    changes: "Added later",
    onward: (from) => `Sent on from ${from}`,
    waitingSince: "Has waited since",
  },
});

function Missing({ referral }: { readonly referral: Referral }) {
  const t = useScreenTexts(texts);
  const { pick } = useTexts();
  const { missing, incompleteBecause } = referral;
  if (missing.length === 0) return null;
  return (
    <details className="missing-points">
      <summary>
        {t.missing} ({missing.length})
      </summary>
      <ul>
        {missing.map(({ item, text }) => (
          <li key={item}>{pick(text)}</li>
        ))}
      </ul>
      {incompleteBecause !== null && (
        <p>
          {t.because}: {incompleteBecause}
        </p>
      )}
    </details>
  );
}

function Points({ referral }: { readonly referral: Referral }) {
  const t = useScreenTexts(texts);
  const { pick } = useTexts();
  const { data } = useQuery(checklistQuery(referral.pathway));
  const points = referral.points.filter(({ answer }) => answer !== "absent");
  return (
    <dl className="said-points">
      {points.map(({ item, answer, text }) => {
        const known = data?.items.find((one) => one.item === item)?.text;
        const short = answer === "not-relevant" ? t.notRelevant : t.present;
        return (
          <div key={item}>
            <dt>{known === undefined ? item : pick(known)}</dt>
            <dd>{text ?? short}</dd>
          </div>
        );
      })}
    </dl>
  );
}

export function ReferralSaid({ referral }: { readonly referral: Referral }) {
  const t = useScreenTexts(texts);
  const { patientWords, attachment, changes, onward } = referral;
  return (
    <div className="referral-said">
      {patientWords !== null && (
        <div>
          <h3 className="ds-heading" data-size="2xs">
            {t.patientWords}
          </h3>
          <p className="said">{patientWords}</p>
        </div>
      )}
      {attachment !== null && (
        <p>
          {t.attachment}:{" "}
          <a
            className="ds-link"
            download={attachment.name}
            href={`data:${attachment.contentType};base64,${attachment.base64}`}
          >
            {attachment.name}
          </a>
        </p>
      )}
      {onward !== null && (
        <p>
          {t.onward(onward.from)}
          {onward.waitingSince !== undefined && (
            <>
              {". "}
              {t.waitingSince} <DateText on={onward.waitingSince} />
            </>
          )}
        </p>
      )}
      <Points referral={referral} />
      {changes.length > 0 && (
        <div>
          <h3 className="ds-heading" data-size="2xs">
            {t.changes}
          </h3>
          <ul className="plain-list">
            {changes.map(({ on, note }) => (
              <li key={`${on} ${note}`}>
                <DateText on={on} />: {note}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Missing referral={referral} />
    </div>
  );
}
