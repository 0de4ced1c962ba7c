// Knows the address of a new referral and its place among the screens.
import { createRoute } from "@tanstack/react-router";
import type { Place } from "../../app/navigation/place.ts";
import { rootRoute } from "../../app/root-route.ts";
import { ReferralWritingPage } from "./referral-writing-page.tsx";
import { writingTexts } from "./texts.ts";

export const referralWritingRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/referrals/new",
    component: ReferralWritingPage,
  }),
] as const;

export const referralWritingPlace: Place = {
  name: {
    nb: writingTexts.nb.place,
    nn: writingTexts.nn.place,
    en: writingTexts.en.place,
  },
  roles: ["referrer"],
  address: () => "/referrals/new",
};
