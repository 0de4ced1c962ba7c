// Knows the page on which a unit assesses a referral, or sees what it decided.
import "./assessment.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { sessionQuery } from "../../app/api/queries.ts";
import { referralQuery } from "../../app/api/referral-queries.ts";
import { Failure } from "../../components/failure.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ReferralState } from "../../components/referral-state.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { Decided } from "./decided.tsx";
import { DecisionSide } from "./decision-side.tsx";
import { ReferralSide } from "./referral-side.tsx";
import { assessmentTexts } from "./texts.ts";

function useRole() {
  return useQuery(sessionQuery).data?.held?.role;
}

export function AssessmentPage({ referralId }: { readonly referralId: string }) {
  const t = useScreenTexts(assessmentTexts);
  const { t: common } = useTexts();
  const role = useRole();
  const found = useQuery(referralQuery(referralId));
  const { body: referral, version = 0 } = found.data ?? {};
  const decides = role === "coordinator";
  const { name = null, birthYear = null } = referral?.patient ?? {};
  return (
    <>
      {referral !== undefined && (
        <p>
          <Link
            to="/units/$unitId/referrals"
            params={{ unitId: referral.unitId }}
            className="ds-link"
          >
            {t.back}
          </Link>
        </p>
      )}
      <PageHeading title={t.title}>{name ?? t.title}</PageHeading>
      {referral !== undefined && (
        <p className="form-ways">
          {birthYear !== null && <span>{common.course.born(birthYear)}</span>}
          <ReferralState state={referral.state}>{t.states[referral.state]}</ReferralState>
          {role === "leader" && <span className="subtle">{t.leaderOnly}</span>}
        </p>
      )}
      {found.isPending && <Loading />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {referral !== undefined && (
        <div className="assessment">
          <ReferralSide referral={referral} withEarlier={decides} />
          {referral.state === "waiting" ? (
            decides && <DecisionSide referral={referral} version={version} />
          ) : (
            <Decided referral={referral} version={version} decides={decides} />
          )}
        </div>
      )}
    </>
  );
}
