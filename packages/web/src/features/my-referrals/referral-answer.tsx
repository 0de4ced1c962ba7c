// Knows what a unit answered to a referral, as who sent it reads it.
import type { Referral } from "../../app/api/referral-queries.ts";
import { DateText } from "../../components/date-text.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { myReferralsTexts } from "./texts.ts";

function Said({ title, words }: { readonly title: string; readonly words: string | null }) {
  if (words === null) return null;
  return (
    <div>
      <h3 className="ds-heading" data-size="2xs">
        {title}
      </h3>
      <p className="said">{words}</p>
    </div>
  );
}

function Right({ referral }: { readonly referral: Referral }) {
  const t = useScreenTexts(myReferralsTexts);
  const { t: common } = useTexts();
  const { decision, legalDeadline } = referral;
  if (decision === null || legalDeadline === null) return null;
  return (
    <dl className="pairs">
      {decision.grantedFor !== null && (
        <>
          <dt>{t.grantedFor}</dt>
          <dd>{common.grantedFor[decision.grantedFor]}</dd>
        </>
      )}
      <dt>{t.legalDeadline}</dt>
      <dd>
        <DateText on={legalDeadline.now} />
      </dd>
      {decision.careFrom !== null && (
        <>
          <dt>{t.careFrom}</dt>
          <dd>
            <DateText on={decision.careFrom} />
          </dd>
        </>
      )}
    </dl>
  );
}

export function ReferralAnswer({ referral }: { readonly referral: Referral }) {
  const t = useScreenTexts(myReferralsTexts);
  const { decision, cancelled, state } = referral;
  return (
    <section className="panel" aria-labelledby="answer-title">
      <h2 id="answer-title" className="ds-heading" data-size="xs">
        {t.answer}
      </h2>
      {state === "waiting" && <p>{t.noAnswer}</p>}
      {cancelled !== null && (
        <p>
          {t.cancelledBecause}: {cancelled.reason}
        </p>
      )}
      {decision !== null && (
        <>
          <p>
            <strong>{t.states[state]}</strong>, {t.decidedOn.toLocaleLowerCase("nb")}{" "}
            <DateText on={decision.on} />. <span className="subtle">{t.told}</span>
          </p>
          <Right referral={referral} />
          <Said title={t.reasons} words={decision.reasons} />
          <Said title={t.advice} words={decision.furtherMeasures} />
          <Said title={t.complain} words={decision.howToComplain} />
          <Said title={t.text} words={decision.text} />
        </>
      )}
    </section>
  );
}
