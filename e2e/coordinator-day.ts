// Knows the steps of a coordinator's day, by role and name only, and what others have done the evening before.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { violations } from "./accessibility.ts";
import type { Hands } from "./hands.ts";
import type { KnownPatient } from "./people.ts";
import type { SignedIn } from "./sign-in.ts";
import { beginCourse, giveTask, goToTab, jsonOf, posted, REFERRED } from "./staffed-course.ts";
import type { Stage } from "./stage.ts";
import { textOf, words } from "./steps.ts";

const SAID = "Gruppa gjør meg bare mer urolig.";
const ANSWER = "Takk. Vi finner noe annet sammen.";
const DECISION = "Klinisk beslutning: Behandling i TSB";

export interface Morning {
  readonly who: KnownPatient;
  readonly courseId: string;
  /** Of a child whose referral came in. */
  readonly incoming: string;
}

interface Evening {
  readonly stage: Stage;
  readonly who: KnownPatient;
  readonly gp: SignedIn["ask"];
  readonly incoming: { readonly name: string; readonly personNumber: string };
}

/** A course that nobody coordinates, words from its patient, and a referral from a GP. */
export async function theEveningBefore({ stage, who, gp, incoming }: Evening): Promise<Morning> {
  const { unitId, dayFrom } = stage.made;
  const [received, started, assessed] = REFERRED;
  const right = { ...assessed, legalDeadline: dayFrom(20) };
  const records = [received, started, right].map((record) => ({ ...record }));
  const { patientId } = who;
  const courseId = await beginCourse(stage.ask, { patientId, pathway: "tsb", unitId, records });
  const said = { about: "not-working", words: SAID };
  await jsonOf(await who.ask(`/api/courses/${courseId}/voices`, posted(said)));
  const referral = {
    ...{ unitId, pathway: "tsb", urgency: "ordinary", patient: { ...incoming, birthYear: 1988 } },
    referrer: { name: "Fanny Fastlege", organisation: "Lykkebo legekontor" },
    ...{ points: [], incompleteBecause: "Resten ettersendes." },
  };
  await jsonOf(await gp("/api/referrals", posted(referral)));
  return { who, courseId, incoming: incoming.name };
}

const view = (page: Page, name: RegExp) =>
  page.getByRole("navigation", { name: "Visninger av arbeidslisten" }).getByRole("link", { name });

/** What came in, and who has nobody yet; on to the course of one of them. */
export async function looksThroughTheMorning(
  page: Page,
  hands: Hands,
  { who, incoming }: Morning,
): Promise<void> {
  await page.goto("/");
  await hands.press(view(page, /^Inn og ut/));
  await page.getByRole("link", { name: incoming }).waitFor();
  await hands.press(view(page, /^Ikke fordelt/));
  expect(await violations(page)).toEqual([]);
  await hands.press(page.getByRole("link", { name: who.name, exact: true }));
  await page.getByRole("heading", { level: 1, name: who.name }).waitFor();
}

export async function assigns(
  page: Page,
  hands: Hands,
  { coordinator, practitioner }: { readonly coordinator: string; readonly practitioner: string },
): Promise<void> {
  await goToTab(page, hands, "Ansvar");
  await giveTask(page, hands, { task: "Forløpskoordinator", name: coordinator });
  await giveTask(page, hands, { task: "Behandler", name: practitioner });
}

export async function answersThePatient(page: Page, hands: Hands, { who }: Morning): Promise<void> {
  await hands.press(page.getByRole("link", { name: "Enhetens oppgaver", exact: true }));
  const row = page
    .getByRole("row")
    .filter({ hasText: who.name })
    .filter({ hasText: "Svar pasienten" });
  await hands.press(row.getByRole("link", { name: "Svar pasienten" }));
  const voice = page.getByRole("article", { name: /^Noe virker ikke/ }).filter({ hasText: SAID });
  await hands.write(voice.getByRole("textbox", { name: "Svar til pasienten" }), ANSWER);
  await hands.press(voice.getByRole("button", { name: "Send svaret" }));
  await voice.getByText(/besvart/).waitFor();
  expect(await violations(page)).toEqual([]);
}

/** From the list: the first attendance and the decision, seen beforehand and saved together. */
export async function registersTwo(
  page: Page,
  hands: Hands,
  { who, unitId }: Morning & { readonly unitId: string },
): Promise<void> {
  await page.goto(`/units/${unitId}`);
  await hands.press(view(page, /^Mine/));
  await hands.press(page.getByRole("button", { name: `Registrer for ${who.name}` }));
  const dialog = page.getByRole("dialog", { name: `Registrer for ${who.name}` });
  const events = dialog.getByRole("combobox", { name: "Hendelse" });
  await hands.choose(events, "Første fremmøte");
  await hands.press(dialog.getByRole("button", { name: "Legg til en hendelse" }));
  await hands.choose(events.nth(1), DECISION);
  await dialog.getByText("Dette endres").waitFor();
  await hands.press(dialog.getByRole("button", { name: "Registrer", exact: true }));
  await dialog.getByText(/^Lagret: første fremmøte.*Lagret: klinisk beslutning/).waitFor();
  await hands.press(dialog.getByRole("link", { name: "Åpne forløpet" }));
  await page.getByRole("heading", { level: 1, name: who.name }).waitFor();
}

const timelineOf = (page: Page) => page.getByRole("region", { name: "Tidslinje" });

/** The attendance was another day: the old record stays, struck through. As it is decided, no date moves. */
export async function corrects(page: Page, hands: Hands, on: string): Promise<void> {
  const timeline = timelineOf(page);
  await hands.press(timeline.getByRole("button", { name: /^Rett Første fremmøte/ }));
  await hands.date(timeline.getByLabel("Dato"), on);
  await timeline.getByText("Ingen datoer endres.").waitFor();
  await hands.press(timeline.getByRole("button", { name: "Lagre rettelsen" }));
  await timeline.getByRole("deletion").filter({ hasText: "Første fremmøte" }).waitFor();
  await timeline.getByRole("button", { name: `Rett Første fremmøte ${words(on)}` }).waitFor();
}

/** Registered by mistake and taken back: what is open is as before. */
export async function undoes(page: Page, hands: Hands): Promise<void> {
  const line = page.getByRole("region", { name: "Registrer hendelse" });
  const open = page.getByRole("region", { name: "Åpne nå" });
  const before = await textOf(open);
  await hands.choose(line.getByRole("combobox", { name: "Hendelse" }), "Behandling startet");
  await hands.press(line.getByRole("button", { name: "Registrer", exact: true }));
  await line.getByText(/^Lagret: behandling startet/).waitFor();
  await hands.press(line.getByRole("button", { name: "Angre" }));
  const struck = timelineOf(page).getByRole("deletion").filter({ hasText: "Behandling startet" });
  await struck.waitFor();
  expect(await textOf(open)).toBe(before);
}

/** The therapist, with the patient. */
export async function holdsAnEvaluation(page: Page, hands: Hands, on: string): Promise<void> {
  await goToTab(page, hands, "Evaluering");
  await hands.date(page.getByLabel("Dag for evalueringen"), on);
  await hands.press(page.getByRole("button", { name: "Avtal evalueringen" }));
  await hands.press(page.getByRole("button", { name: "Hold evalueringen sammen" }));
  const calm = page.getByRole("dialog", { name: "Hvordan går det?" });
  const summary = calm.getByRole("textbox", { name: "Det viktigste vi ble enige om" });
  await hands.write(summary, "En mindre gruppe.");
  await hands.press(calm.getByRole("button", { name: "Lagre evalueringen" }));
  await page.getByText(/^Evalueringen er lagret/).waitFor();
}

/** What the evaluation gives is registered by one press. */
export async function acceptsTheProposal(page: Page, hands: Hands, on: string): Promise<void> {
  await goToTab(page, hands, "Oversikt");
  await hands.press(page.getByRole("button", { name: `Registrer evaluering ${words(on)}` }));
  await timelineOf(page).getByText("Evaluering", { exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);
}

/** Everything of the day, as it is read later. */
export async function findsTheDayAgain(page: Page, { courseId, who }: Morning): Promise<void> {
  await page.goto(`/courses/${courseId}`);
  await page.getByRole("heading", { level: 1, name: who.name }).waitFor();
  const timeline = timelineOf(page);
  await timeline.getByText(DECISION).waitFor();
  await timeline.getByText("Evaluering", { exact: true }).waitFor();
  await timeline.getByRole("deletion").filter({ hasText: "Behandling startet" }).waitFor();
  await page.goto(`/courses/${courseId}/voices`);
  await page.getByText(ANSWER).waitFor();
}
