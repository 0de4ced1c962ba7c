// Knows the address of a new referral, or of one that was begun, and its place among the screens.
import { createRoute } from "@tanstack/react-router";
import type { Place } from "../../app/navigation/place.ts";
import { rootRoute } from "../../app/root-route.ts";
import { ReferralWritingPage } from "./referral-writing-page.tsx";
import { writingTexts } from "./texts.ts";

const writingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/referrals/new",
  validateSearch: ({ draft }: Record<string, unknown>): { readonly draft?: string } =>
    typeof draft === "string" ? { draft } : {},
  component: function ReferralWritingRoute() {
    return <ReferralWritingPage draftId={writingRoute.useSearch().draft} />;
  },
});

export const referralWritingRoutes = [writingRoute] as const;

export const referralWritingPlace: Place = {
  name: {
    nb: writingTexts.nb.place,
    nn: writingTexts.nn.place,
    en: writingTexts.en.place,
  },
  roles: ["referrer"],
  address: () => "/referrals/new",
};
