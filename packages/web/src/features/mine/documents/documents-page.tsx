// Knows the page of documents: the referral with own words to it, and what was written since.
import { isSummaryHeading, summaryHeadings } from "../../../i18n/summary-headings.ts";
import { useMine, useMineTexts, usePathway, useReader, useWords } from "../mine-context.tsx";
import type { VersionedReferral } from "../page-data.ts";
import { addressOf } from "../pages.ts";
import { Heading } from "../shell/heading.tsx";
import { useChosen } from "../shell/shell.tsx";
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
  const { asOf } = usePathway();
  const { decision, legalDeadline } = referral;
  if (decision === null) return null;
  const isPast = legalDeadline !== null && legalDeadline.now < asOf;
  const careFrom = isPast ? t.careFromThen : t.careFrom;
  return (
    <>
      {legalDeadline !== null && <p>{careFrom(date(legalDeadline.now))}</p>}
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
  const { state, receivedOn, assessBy, referrer, points, patientWords, referralId } = referral;
  const waits = state === "waiting";
  const said = points.flatMap(({ text }) => text ?? []).join("\n");
  return (
    <section className="ds-card mine-card" aria-label={t.referral}>
      <h2 className="ds-heading" data-size="sm">
        {t.referral}
      </h2>
      <p>
        {t.received(date(receivedOn))} {t.by(referrer.name)} {t.states[state]}{" "}
        {waits && t.answerBy(date(assessBy.dueOn))}
      </p>
      <Passage title={t.says} text={said === "" ? null : said} />
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
  const headings = useMineTexts(summaryHeadings);
  const { date } = useWords();
  const { documents = [] } = useMine().data;
  return documents.map(({ documentId, purpose, on, to, toName, passages, title }) => (
    <details key={documentId} className="ds-details mine-document">
      <summary>
        <span>
          {t.purposes[purpose]}, {date(on)}
          {to !== "patient" && <span className="subtle mine-to">{t.to(toName)}</span>}
        </span>
      </summary>
      <div className="mine-question">
        {title !== null && <strong>{title}</strong>}
        {passages.map(({ heading, text }) => (
          <div key={`${heading} ${text}`}>
            {heading !== null && (
              <strong>{isSummaryHeading(heading) ? headings[heading] : heading}</strong>
            )}
            <p className="mine-text">{text}</p>
          </div>
        ))}
      </div>
    </details>
  ));
}

export function DocumentsPage() {
  const t = useMineTexts(documentTexts);
  const reader = useReader();
  const chosen = useChosen();
  const { documents = [], referrals = [] } = useMine().data;
  return (
    <>
      <Heading title={t.title} lead={t.lead[reader]} />
      {documents.length + referrals.length === 0 && <p>{t.none}</p>}
      <div className="mine-list">
        {referrals.map((one) => (
          <Referral key={one.referral.referralId} {...one} />
        ))}
        <Written />
        <p>
          {t.planElsewhere}{" "}
          <a className="ds-link" href={addressOf("plan", chosen)}>
            {t.toPlan}
          </a>
        </p>
      </div>
    </>
  );
}
