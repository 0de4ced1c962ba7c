// Knows the screens that join a unit with those outside it: who refers, and the municipality.
import { agreementsPlace, agreementsRoutes } from "../features/agreements/screen.tsx";
import { assessmentRoutes } from "../features/assessment/screen.tsx";
import { intakePlace, intakeRoutes } from "../features/intake/screen.tsx";
import { municipalityPlace, municipalityRoutes } from "../features/municipality/screen.tsx";
import { myReferralsPlace, myReferralsRoutes } from "../features/my-referrals/screen.tsx";
import { receivedPlace, receivedRoutes } from "../features/received/screen.tsx";
import {
  referralWritingPlace,
  referralWritingRoutes,
} from "../features/referral-writing/screen.tsx";
import type { Place } from "./navigation/place.ts";

export const OUTSIDE_ROUTES = [
  ...myReferralsRoutes,
  ...referralWritingRoutes,
  ...intakeRoutes,
  ...receivedRoutes,
  ...assessmentRoutes,
  ...municipalityRoutes,
  ...agreementsRoutes,
] as const;

export const OUTSIDE_PLACES: readonly Place[] = [
  intakePlace,
  receivedPlace,
  myReferralsPlace,
  referralWritingPlace,
  municipalityPlace,
  agreementsPlace,
];
