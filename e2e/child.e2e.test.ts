// Proves the way of a child from referral to closing with the municipality, by mouse and by keyboard alone, each on the
// screens of whoever does it.
import { MUNICIPAL_NAME, syntheticPersonNumber } from "@rettvei/demo";
import { dayNumberOf } from "@rettvei/engine";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./accessibility.ts";
import { type Hands, handsOf, WAYS, type Way } from "./hands.ts";
import { MUNICIPALITY, REFERRER, visit } from "./people.ts";
import { goToTab } from "./staffed-course.ts";
import { noChromium, type Stage, setStage, skipNote } from "./stage.ts";
import { textOf, words } from "./steps.ts";

interface Child {
  readonly name: string;
  readonly personNumber: string;
}

const BORN = dayNumberOf(2015, 3, 4);
const CHILDREN: Readonly<Record<Way, Child>> = {
  mouse: { name: "Testlin Skinnbakken", personNumber: syntheticPersonNumber(BORN, "female", 7) },
  keyboard: { name: "Testmund Skinnbakken", personNumber: syntheticPersonNumber(BORN, "male", 8) },
};
const DAYS_TO_START = 30;
const WISH = "Jeg vil gå på skolen hver dag.";

async function refer(page: Page, hands: Hands, child: Child, unit: string): Promise<void> {
  await page.goto("/");
  await hands.press(page.getByRole("link", { name: "Ny henvisning" }));
  await hands.choose(
    page.getByRole("combobox", { name: "Forløp" }),
    "Psykiske lidelser, barn og unge",
  );
  await hands.choose(page.getByRole("combobox", { name: "Enhet som skal vurdere" }), unit);
  const patient = page.getByRole("region", { name: "Pasient" });
  await hands.write(patient.getByRole("textbox", { name: "Fødselsnummer" }), child.personNumber);
  await hands.write(patient.getByRole("textbox", { name: "Navn" }), child.name);
  await hands.write(
    page.getByRole("textbox", { name: /Hvorfor sendes den uten/ }),
    "Resten ettersendes.",
  );
  await hands.press(page.getByRole("button", { name: "Send henvisningen" }));
  await page.getByText("Enheten har ikke svart ennå.").waitFor();
}

/** Gives the right, with the letter read, and goes on to the course. */
async function grant(page: Page, hands: Hands, { name }: Child, deadline: string): Promise<void> {
  await page.goto("/");
  await hands.press(page.getByRole("link", { name: "Henvisninger", exact: true }));
  await hands.press(page.getByRole("link", { name }));
  await hands.take(page.getByRole("radio", { name: "Gi rett til helsehjelp" }));
  await hands.take(page.getByRole("radio", { name: "Utredning" }));
  await hands.date(page.getByLabel("Pasientens lovpålagte frist"), deadline);
  await hands.write(page.getByRole("textbox", { name: "Telefon" }), "99 99 99 99");
  const letter = page.getByRole("article", { name: "Svar på henvisningen din" });
  await letter.getByText(`senest ${words(deadline)}`).waitFor();
  await hands.take(page.getByRole("checkbox", { name: "Jeg har lest brevet" }));
  expect(await violations(page)).toEqual([]);
  await hands.press(page.getByRole("button", { name: "Gi rett, og send brevet" }));
  await hands.press(page.getByRole("link", { name: "Åpne forløpet" }));
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

/** At the end: what the municipality goes on with, in the words of the child. */
async function planWithMunicipality(page: Page, hands: Hands): Promise<void> {
  await goToTab(page, hands, "Avslutning");
  await hands.press(page.getByText("Lag oppfølgingsplanen"));
  const box = (name: string) => page.getByRole("textbox", { name, exact: true });
  await hands.choose(
    page.getByRole("combobox", { name: "Kommunen som følger opp" }),
    MUNICIPAL_NAME,
  );
  await hands.write(box("Grunnlaget for å dele den"), "Samtykke fra foreldrene");
  await hands.write(box("Navn"), "Mona Moen");
  await hands.write(box("Stilling"), "Helsesykepleier");
  await hands.write(box("Telefon"), "99 99 99 98");
  await hands.write(box("Tiltak"), "Samtaler på skolen");
  await hands.write(box("Hvem"), "Helsesykepleier");
  await hands.write(box("Når"), "Hver uke");
  await hands.write(box("Hva pasienten ønsker"), WISH);
  await hands.write(box("Hvor pasienten kan henvende seg"), "Ring Mona Moen, eller fastlegen.");
  await hands.press(page.getByRole("button", { name: "Lag og del planen" }));
  const plan = page.getByRole("region", { name: "Oppfølgingsplanen" });
  await plan.getByText("venter på kommunen").waitFor();
  expect(await violations(page)).toEqual([]);
}

async function closeCourse(page: Page, hands: Hands): Promise<void> {
  await page.reload();
  await page.getByText("mottatt av kommunen").waitFor();
  const close = page.getByRole("region", { name: "Avslutt forløpet" });
  await hands.choose(close.getByRole("combobox", { name: "Utfall" }), "Gjennomført");
  const why = close.getByRole("textbox", { name: /^Hvorfor avsluttes det uten/ });
  await hands.write(why, "Epikrisen sendes på papir.");
  await hands.press(close.getByRole("button", { name: "Avslutt forløpet" }));
  await page.getByText(/^Avsluttet .*: Gjennomført$/).waitFor();
  expect(await violations(page)).toEqual([]);
}

async function answerPlan(page: Page, hands: Hands, { name }: Child): Promise<void> {
  await page.goto("/");
  const waiting = page.getByRole("region", { name: "Planer å bekrefte" });
  await hands.press(waiting.getByRole("link", { name }));
  await page.getByText(WISH).waitFor();
  const by = page.getByRole("textbox", { name: "Hvem i kommunen har lest den?" });
  await hands.write(by, "Mona Moen");
  expect(await violations(page)).toEqual([]);
  await hands.press(page.getByRole("button", { name: "Bekreft", exact: true }));
  await page.getByText("Bekreftet av Mona Moen").waitFor();
  const add = page.getByRole("region", { name: "Legg til et tiltak" });
  await hands.write(add.getByRole("textbox", { name: "Hva" }), "Støttekontakt");
  await hands.write(add.getByRole("textbox", { name: "Hvem" }), "Kommunen");
  await hands.write(add.getByRole("textbox", { name: "Når" }), "Fra neste måned");
  await hands.press(add.getByRole("button", { name: "Legg til tiltaket" }));
  await page.getByText("Tiltaket er lagt til.").waitFor();
  const plan = page.getByRole("region", { name: "Oppfølgingsplan" });
  expect(await textOf(plan)).toContain("Støttekontakt · Kommunen · Fra neste måned");
}

describe.skipIf(noChromium)(`a child${skipNote}`, () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage(200);
  });

  afterAll(async () => {
    await stage?.close();
  });

  it.each(WAYS)("goes from referral to closing with the municipality, by %s", async (way) => {
    const child = CHILDREN[way];
    const { url, made } = stage;
    const gp = await visit(stage.browser, url(), REFERRER);
    await refer(gp.page, handsOf(gp.page, way), child, made.unitName);
    const unit = await stage.open();
    const deadline = made.dayFrom(DAYS_TO_START);
    await grant(unit.page, handsOf(unit.page, way), child, deadline);
    await gp.page.reload();
    const right = gp.page.getByRole("region", { name: "Svaret fra enheten" });
    await right.getByText("Har rett til helsehjelp").waitFor();
    expect(await textOf(right)).toContain(words(deadline));

    await planWithMunicipality(unit.page, handsOf(unit.page, way));
    const municipality = await visit(stage.browser, url(), MUNICIPALITY);
    await answerPlan(municipality.page, handsOf(municipality.page, way), child);
    await closeCourse(unit.page, handsOf(unit.page, way));
    await municipality.page.goto("/");
    const shared = municipality.page.getByRole("region", { name: "Delt fra før" });
    await shared.getByRole("link", { name: child.name }).waitFor();
    expect(await textOf(shared)).toContain("Bekreftet");
    expect([...gp.troubles, ...unit.troubles, ...municipality.troubles]).toEqual([]);
    for (const { context } of [gp, unit, municipality]) await context.close();
  });
});
