// Knows how it is shown where a referral stands.
import type { ReactNode } from "react";
import type { ReferralStatus } from "../app/api/referral-queries.ts";
import { type TagTone, ToneTag } from "./tone-tag.tsx";

const TONES: Readonly<Record<ReferralStatus["state"], TagTone>> = {
  waiting: "soon",
  "right-granted": "good",
  "right-refused": "none",
  cancelled: "none",
};

export function ReferralState({
  state,
  children,
}: {
  readonly state: ReferralStatus["state"];
  readonly children: ReactNode;
}) {
  return <ToneTag tone={TONES[state]}>{children}</ToneTag>;
}
