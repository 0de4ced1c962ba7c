// Knows the page of one referral for who sent it: what came of it, and what it said.
import "./my-referrals.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type Referral, referralQuery } from "../../app/api/referral-queries.ts";
import { useNames } from "../../app/api/use-names.ts";
import { DateText } from "../../components/date-text.tsx";
import { Failure } from "../../components/failure.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ReferralSaid } from "../../components/referral-said.tsx";
import { ReferralState } from "../../components/referral-state.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { ChangePart } from "./change-part.tsx";
import { MessagesPart } from "./messages-part.tsx";
import { ReferralAnswer } from "./referral-answer.tsx";
import { myReferralsTexts } from "./texts.ts";

function Whole({ referral, version }: { readonly referral: Referral; readonly version: number }) {
  const t = useScreenTexts(myReferralsTexts);
  const { pathway } = useNames();
  const { referralId, state, receivedOn, assessBy } = referral;
  return (
    <div className="my-referral-page">
      <dl className="pairs">
        <dt>{t.pathway}</dt>
        <dd>{pathway(referral.pathway)}</dd>
        <dt>{t.received}</dt>
        <dd>
          <DateText on={receivedOn} />
        </dd>
        {state === "waiting" && (
          <>
            <dt>{t.assessBy}</dt>
            <dd>
              <DateText on={assessBy.dueOn} /> <span className="subtle">{t.assessByWhy}</span>
            </dd>
          </>
        )}
      </dl>
      <ReferralAnswer referral={referral} />
      {state === "waiting" && <ChangePart referralId={referralId} version={version} />}
      <MessagesPart referralId={referralId} />
      <section className="panel" aria-labelledby="said-title">
        <h2 id="said-title" className="ds-heading" data-size="xs">
          {t.said}
        </h2>
        <ReferralSaid referral={referral} />
      </section>
    </div>
  );
}

export function MyReferralPage({ referralId }: { readonly referralId: string }) {
  const t = useScreenTexts(myReferralsTexts);
  const { t: common } = useTexts();
  const found = useQuery(referralQuery(referralId));
  const { body, version } = found.data ?? {};
  const name = body?.patient.name ?? common.none;
  return (
    <>
      <p>
        <Link to="/my-referrals" className="ds-link">
          {t.back}
        </Link>
      </p>
      <PageHeading title={t.one}>{body === undefined ? t.one : name}</PageHeading>
      {body !== undefined && (
        <ReferralState state={body.state}>{t.states[body.state]}</ReferralState>
      )}
      {found.isPending && <Loading />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {body !== undefined && <Whole referral={body} version={version ?? 0} />}
    </>
  );
}
