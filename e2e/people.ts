// Knows people of the test login whom stories need besides the coordinator, and how one of them opens a page.
import { population } from "@rettvei/demo";
import { type CalendarDate, parseCalendarDate } from "@rettvei/engine";
import type { Browser } from "playwright-core";
import { openPage, type Watched } from "./browser.ts";
import { type SignedIn, signIn } from "./sign-in.ts";

export const REFERRER = "referrer-000000101";
export const MUNICIPALITY = "municipality-000000201";

export interface Visitor extends Watched {
  readonly ask: SignedIn["ask"];
}

const DESKTOP = { width: 1280, scheme: "light" } as const;

/** A page of their own for somebody who has logged in. */
export async function visit(browser: Browser, url: string, subject: string): Promise<Visitor> {
  const { ask, cookies } = await signIn(url, subject);
  return { ...(await openPage(browser, url, DESKTOP, cookies)), ask };
}

/** A patient of the synthetic population who can log in. */
export interface KnownPatient {
  readonly patientId: string;
  readonly name: string;
  readonly personNumber: string;
  readonly ask: SignedIn["ask"];
}

interface Wanted {
  /** As the product was started with. */
  readonly courses: number;
  readonly until: string;
  readonly wanted: number;
}

/** The first of the population whom the test login knows. */
export async function knownPatients(
  url: string,
  { courses, until, wanted }: Wanted,
): Promise<readonly KnownPatient[]> {
  const found = new Map<string, KnownPatient>();
  const day: CalendarDate = parseCalendarDate(until);
  for (const { patient } of population({ seed: 1, courses, until: day })) {
    const { patientId, personNumber, name } = patient;
    if (found.size === wanted) break;
    if (found.has(patientId)) continue;
    const known = await signIn(url, `patient-${patientId}`).catch(() => undefined);
    if (known === undefined) continue;
    const whole = `${name.given} ${name.family}`;
    found.set(patientId, { patientId, personNumber, name: whole, ask: known.ask });
  }
  return [...found.values()];
}
