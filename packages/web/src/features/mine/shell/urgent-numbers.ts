// Knows the national numbers to call when it cannot wait, and where each was read.
import type { ByAge } from "../mine-context.tsx";

interface UrgentNumber {
  readonly id: "life" | "soon" | "talk" | "child";
  readonly number: string;
  /** Shown to readers of this age alone. */
  readonly forAge?: keyof ByAge<unknown>;
  readonly source: string;
}

const HEALTH =
  "https://www.rusfeltet.no/fag-og-politikk/for-pasienter-og-parorende/abc-til-rusbehandling/akutte-helseproblemer";
const HELPLINES =
  "https://www.nrk.no/osloogviken/over-100-barn-under-ni-ar-har-tatt-kontakt-_-hjelpetelefoner-slar-alarm-1.15736352";

export const URGENT_NUMBERS: readonly UrgentNumber[] = [
  { id: "life", number: "113", source: HEALTH },
  { id: "soon", number: "116 117", source: HEALTH },
  { id: "talk", number: "116 123", forAge: "adult", source: HELPLINES },
  { id: "child", number: "116 111", forAge: "young", source: HELPLINES },
];
