// Knows what a message on the list tells the page when it is done with, and which of them wait for somebody.
import type { Received, ReceivedState } from "./received-queries.ts";

/** What was done with it: its card is gone by then. */
export type Told = "referral" | "dialogue" | "moved" | "done";

export interface CardProps {
  readonly message: Received;
  /** On whose list it is. */
  readonly unitId: string;
  readonly onTold: (told: Told) => void;
}

const OPEN: readonly ReceivedState[] = ["to-place", "to-read", "quarantined"];

export function isOpen({ state }: Received): boolean {
  return OPEN.includes(state);
}
