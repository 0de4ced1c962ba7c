// Knows every screen: for whom it is, and at which address it is shown.
import { MUNICIPAL_UNIT, TRUSTS } from "@rettvei/demo";
import { MUNICIPALITY, REFERRER } from "../people.ts";
import { MINE_SCREENS } from "./mine-screens.ts";
import type { Population } from "./population.ts";

export interface Screen {
  readonly name: string;
  /** As the router writes it: a screen of the router that is not here fails the build. */
  readonly route: string;
  readonly persona: (population: Population) => string;
  readonly address: (population: Population) => string;
  /** Shows nothing that it asks the service for: it is never empty, loading or in error. */
  readonly still?: true;
  /** Written by the service, and readable before its script has run. */
  readonly mine?: true;
}

const practitioner = ({ unitId }: Population): string => `practitioner-${unitId}`;
const coordinator = ({ unitId }: Population): string => `coordinator-${unitId}`;

/** The one of the first trust. */
const logController = (): string => `log-controller-${TRUSTS[0]?.orgNumber}`;

export const SCREENS: readonly Screen[] = [
  {
    name: "unit-chooser",
    route: "/units",
    persona: coordinator,
    address: () => "/units",
  },
  {
    name: "work-list",
    route: "/units/$unitId",
    persona: coordinator,
    address: ({ unitId }) => `/units/${unitId}`,
  },
  {
    name: "own-work-list",
    route: "/my-work-list",
    persona: practitioner,
    address: () => "/my-work-list",
  },
  {
    name: "proposals",
    route: "/units/$unitId/proposals",
    persona: coordinator,
    address: ({ unitId }) => `/units/${unitId}/proposals`,
  },
  {
    name: "course",
    route: "/courses/$courseId",
    persona: coordinator,
    address: ({ courseId }) => `/courses/${courseId}`,
  },
  {
    name: "course-plan",
    route: "/courses/$courseId/plan",
    persona: practitioner,
    address: ({ courseId }) => `/courses/${courseId}/plan`,
  },
  {
    name: "course-evaluation",
    route: "/courses/$courseId/evaluation",
    persona: practitioner,
    address: ({ courseId }) => `/courses/${courseId}/evaluation`,
  },
  {
    name: "course-detox",
    route: "/courses/$courseId/detox",
    persona: coordinator,
    address: ({ courseId }) => `/courses/${courseId}/detox`,
  },
  {
    name: "course-people",
    route: "/courses/$courseId/people",
    persona: coordinator,
    address: ({ courseId }) => `/courses/${courseId}/people`,
  },
  {
    name: "course-transfer",
    route: "/courses/$courseId/transfer",
    persona: coordinator,
    address: ({ courseId }) => `/courses/${courseId}/transfer`,
  },
  {
    name: "unit-transfers",
    route: "/units/$unitId/transfers",
    persona: coordinator,
    address: ({ unitId }) => `/units/${unitId}/transfers`,
  },
  {
    name: "course-voices",
    route: "/courses/$courseId/voices",
    persona: practitioner,
    address: ({ courseId }) => `/courses/${courseId}/voices`,
  },
  {
    name: "course-closing",
    route: "/courses/$courseId/closing",
    persona: practitioner,
    address: ({ courseId }) => `/courses/${courseId}/closing`,
  },
  {
    name: "my-tasks",
    route: "/tasks",
    persona: coordinator,
    address: () => "/tasks",
  },
  {
    name: "unit-tasks",
    route: "/units/$unitId/tasks",
    persona: coordinator,
    address: ({ unitId }) => `/units/${unitId}/tasks`,
  },
  {
    name: "unit-messages",
    route: "/units/$unitId/messages",
    persona: coordinator,
    address: ({ unitId }) => `/units/${unitId}/messages`,
  },
  {
    name: "unit-received",
    route: "/units/$unitId/received",
    persona: coordinator,
    address: ({ unitId }) => `/units/${unitId}/received`,
  },
  {
    name: "unit-downtime",
    route: "/units/$unitId/downtime",
    persona: coordinator,
    address: ({ unitId }) => `/units/${unitId}/downtime`,
  },
  {
    name: "accessibility",
    route: "/accessibility",
    persona: coordinator,
    address: () => "/accessibility",
    still: true,
  },
  {
    name: "referral-writing",
    route: "/referrals/new",
    persona: () => REFERRER,
    address: () => "/referrals/new",
  },
  {
    name: "my-referrals",
    route: "/my-referrals",
    persona: () => REFERRER,
    address: () => "/my-referrals",
  },
  {
    name: "my-referral",
    route: "/my-referrals/$referralId",
    persona: () => REFERRER,
    address: ({ referralId }) => `/my-referrals/${referralId}`,
  },
  {
    name: "intake",
    route: "/units/$unitId/referrals",
    persona: coordinator,
    address: ({ unitId }) => `/units/${unitId}/referrals`,
  },
  {
    name: "assessment",
    route: "/referrals/$referralId",
    persona: coordinator,
    address: ({ referralId }) => `/referrals/${referralId}`,
  },
  {
    name: "shared-with-municipality",
    route: "/municipality/$unitId",
    persona: () => MUNICIPALITY,
    address: () => `/municipality/${MUNICIPAL_UNIT}`,
  },
  {
    name: "follow-up-plan",
    route: "/follow-up/$courseId",
    persona: () => MUNICIPALITY,
    address: ({ courseId }) => `/follow-up/${courseId}`,
  },
  {
    name: "agreements",
    route: "/agreements",
    persona: coordinator,
    address: () => "/agreements",
  },
  {
    name: "break-glass",
    route: "/break-glass",
    persona: practitioner,
    address: () => "/break-glass",
  },
  {
    name: "leader",
    route: "/units/$unitId/leader",
    persona: ({ unitId }) => `leader-${unitId}`,
    address: ({ unitId }) => `/units/${unitId}/leader`,
  },
  {
    name: "flow",
    route: "/units/$unitId/flow",
    persona: coordinator,
    address: ({ unitId }) => `/units/${unitId}/flow`,
  },
  {
    name: "log-control",
    route: "/log-control",
    persona: logController,
    address: () => "/log-control",
  },
  {
    name: "home",
    route: "/",
    persona: () => "editor-000000301",
    address: () => "/",
    still: true,
  },
  ...MINE_SCREENS,
];
