// Knows the address of the assessment of a referral.
import { createRoute } from "@tanstack/react-router";
import { rootRoute } from "../../app/root-route.ts";
import { AssessmentPage } from "./assessment-page.tsx";

const assessmentRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/referrals/$referralId",
  component: function AssessmentRoute() {
    const { referralId } = assessmentRoute.useParams();
    return <AssessmentPage key={referralId} referralId={referralId} />;
  },
});

export const assessmentRoutes = [assessmentRoute] as const;
