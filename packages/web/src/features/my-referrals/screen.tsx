// Knows the addresses of a referrer's own referrals and their place among the screens.
import { createRoute } from "@tanstack/react-router";
import type { Place } from "../../app/navigation/place.ts";
import { rootRoute } from "../../app/root-route.ts";
import { MyReferralPage } from "./my-referral-page.tsx";
import { MyReferralsPage } from "./my-referrals-page.tsx";
import { myReferralsTexts } from "./texts.ts";

const oneRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/my-referrals/$referralId",
  component: function MyReferralRoute() {
    const { referralId } = oneRoute.useParams();
    return <MyReferralPage key={referralId} referralId={referralId} />;
  },
});

export const myReferralsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/my-referrals",
    component: MyReferralsPage,
  }),
  oneRoute,
] as const;

const { nb, nn, en } = myReferralsTexts;

export const myReferralsPlace: Place = {
  name: { nb: nb.place, nn: nn.place, en: en.place },
  roles: ["referrer"],
  homeOf: ["referrer"],
  address: () => "/my-referrals",
};
