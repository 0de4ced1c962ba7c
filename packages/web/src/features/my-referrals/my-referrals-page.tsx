// Knows the page on which a referrer sees all referrals that were sent, and where each stands.
import "./my-referrals.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type MyReferral, myReferralsQuery } from "../../app/api/referral-queries.ts";
import { useNames } from "../../app/api/use-names.ts";
import { DateText } from "../../components/date-text.tsx";
import { Failure } from "../../components/failure.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ReferralState } from "../../components/referral-state.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { BegunReferrals } from "./begun-referrals.tsx";
import { myReferralsTexts } from "./texts.ts";

function ReferralLine({ referral }: { readonly referral: MyReferral }) {
  const t = useScreenTexts(myReferralsTexts);
  const { t: common } = useTexts();
  const { pathway } = useNames();
  const { referralId, state, patientName, unitName, receivedOn, assessBy, decision, unread } =
    referral;
  return (
    <li className="my-referral">
      <p className="my-referral-top">
        <Link to="/my-referrals/$referralId" params={{ referralId }} className="ds-link">
          {patientName ?? common.none}
        </Link>
        <ReferralState state={state}>{t.states[state]}</ReferralState>
      </p>
      {unread > 0 && (
        <p className="my-referral-news">
          <svg viewBox="0 0 18 18" width="16" height="16" aria-hidden="true">
            <path d="M1.5 3.5h15v11h-15zM1.5 4l7.5 6 7.5-6" />
          </svg>
          {t.unread(unread)}
        </p>
      )}
      <p>
        {pathway(referral.pathway)} · {t.sentTo(unitName)}
      </p>
      <p className="subtle">
        {t.received} <DateText on={receivedOn} />
        {state === "waiting" && (
          <>
            {" · "}
            {t.assessBy} <DateText on={assessBy} />
          </>
        )}
        {decision !== null && (
          <>
            {" · "}
            {t.decidedOn} <DateText on={decision.on} />
          </>
        )}
      </p>
    </li>
  );
}

export function MyReferralsPage() {
  const t = useScreenTexts(myReferralsTexts);
  const mine = useQuery(myReferralsQuery);
  return (
    <>
      <PageHeading title={t.title}>{t.title}</PageHeading>
      <p className="lead">{t.lead}</p>
      <p className="form-ways my-referrals-ways">
        <Link to="/referrals/new" className="ds-button" data-color="accent">
          {t.write}
        </Link>
      </p>
      <BegunReferrals />
      {mine.isPending && <Loading />}
      {mine.isError && <Failure error={mine.error} onRetry={() => void mine.refetch()} />}
      {mine.data?.referrals.length === 0 && <p className="empty">{t.empty}</p>}
      {mine.data !== undefined && mine.data.referrals.length > 0 && (
        <h2 className="ds-heading" data-size="xs">
          {t.sent}
        </h2>
      )}
      <ul className="plain-list">
        {mine.data?.referrals.map((referral) => (
          <ReferralLine key={referral.referralId} referral={referral} />
        ))}
      </ul>
    </>
  );
}
