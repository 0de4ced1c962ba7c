// Knows the page on which a municipality reads a follow-up plan, confirms it and adds to it.
import "./municipality.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Failure } from "../../components/failure.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { NewMeasure, Receipt } from "./answer-forms.tsx";
import { FollowUpPlanText } from "./follow-up-plan.tsx";
import { followUpQuery, sharedCoursesQuery } from "./municipal-queries.ts";
import { municipalityTexts } from "./texts.ts";

/** Whose plan it is, as the list of what is shared tells; a plan holds no name. */
function useSharedName(unitId: string | undefined, courseId: string): string | undefined {
  const shared = useQuery({ ...sharedCoursesQuery(unitId ?? ""), enabled: unitId !== undefined });
  const found = shared.data?.courses.find((course) => course.courseId === courseId);
  return found?.patient.name ?? undefined;
}

export function FollowUpPage({ courseId }: { readonly courseId: string }) {
  const t = useScreenTexts(municipalityTexts);
  const found = useQuery(followUpQuery(courseId));
  const plan = found.data?.followUpPlan;
  const name = useSharedName(plan?.municipalUnitId, courseId);
  return (
    <>
      {plan != null && (
        <p>
          <Link
            to="/municipality/$unitId"
            params={{ unitId: plan.municipalUnitId }}
            className="ds-link"
          >
            {t.back}
          </Link>
        </p>
      )}
      <PageHeading title={t.planTitle}>{name ?? t.planTitle}</PageHeading>
      {found.isPending && <Loading />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {plan === null && <p className="empty">{t.noPlanYet}</p>}
      {plan != null && (
        <div className="follow-up">
          <Receipt key={plan.versions} plan={plan} courseId={courseId} />
          <FollowUpPlanText plan={plan} />
          <NewMeasure plan={plan} courseId={courseId} />
        </div>
      )}
    </>
  );
}
