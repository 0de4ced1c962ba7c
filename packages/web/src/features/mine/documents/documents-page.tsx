// Knows the page of documents: the referral with own words to it, and what was written since.
import { useMine, useMineTexts, usePathway, useWords } from "../mine-context.tsx";
import type { VersionedReferral } from "../page-data.ts";
import { Heading } from "../shell/heading.tsx";
import { WordsForm } from "../shell/words-form.tsx";
import { documentTexts } from "./texts.ts";

function Passage({ title, text }: { readonly title: string; readonly text: string | null }) {
  if (text === null) return null;
  return (
    <>
      <h3 className="ds-heading" data-size="xs">
        {title}
      </h3>
      <p className="mine-text">{text}</p>
    </>
  );
}

function Decision({ referral }: Pick<VersionedReferral, "referral">) {
  const t = useMineTexts(documentTexts);
  const { date } = useWords();
  const { decision, legalDeadline } = referral;
  if (decision === null) return null;
  return (
    <>
      {legalDeadline !== null && <p>{t.careFrom(date(legalDeadline.now))}</p>}
      {decision.text !== null && <p className="mine-text">{decision.text}</p>}
      <Passage title={t.why} text={decision.reasons} />
      <Passage title={t.advice} text={decision.furtherMeasures} />
      <Passage title={t.complain} text={decision.howToComplain} />
    </>
  );
}

function Referral({ referral, version }: VersionedReferral) {
  const t = useMineTexts(documentTexts);
  const { date } = useWords();
  const { relation } = usePathway();
  const { state, receivedOn, assessBy, referrer, patientWords, referralId } = referral;
  const waits = state === "waiting";
  return (
    <section className="ds-card mine-card" aria-label={t.referral}>
      <h2 className="ds-heading" data-size="sm">
        {t.referral}
      </h2>
      <p>
        {t.received(date(receivedOn))} {t.by(referrer.name)} {t.states[state]}{" "}
        {waits && t.answerBy(date(assessBy.dueOn))}
      </p>
      <Passage title={t.yourWords} text={patientWords} />
      <Decision referral={referral} />
      {waits && relation === "own" && (
        <WordsForm
          label={t.add}
          hint={t.addHint}
          action={t.addAction}
          sent={t.added}
          url={`/api/referrals/${referralId}/words`}
          body={(words) => ({ words })}
          version={version}
        />
      )}
    </section>
  );
}

function Written() {
  const t = useMineTexts(documentTexts);
  const { date } = useWords();
  const { documents = [] } = useMine().data;
  return documents.map(({ documentId, purpose, on, toName, passages, title }) => (
    <details key={documentId} className="ds-details mine-document">
      <summary>
        {t.purposes[purpose]}, {date(on)}
      </summary>
      <div className="mine-question">
        <p className="subtle">{t.to(toName)}</p>
        {title !== null && <strong>{title}</strong>}
        {passages.map(({ text }) => (
          <p key={text} className="mine-text">
            {text}
          </p>
        ))}
      </div>
    </details>
  ));
}

export function DocumentsPage() {
  const t = useMineTexts(documentTexts);
  const { documents = [], referrals = [] } = useMine().data;
  return (
    <>
      <Heading title={t.title} lead={t.lead} />
      {documents.length + referrals.length === 0 && <p>{t.none}</p>}
      <div className="mine-list">
        {referrals.map((one) => (
          <Referral key={one.referral.referralId} {...one} />
        ))}
        <Written />
      </div>
    </>
  );
}
