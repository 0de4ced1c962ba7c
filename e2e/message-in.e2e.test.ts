// Proves the way of a referral that came as a message, by mouse and by keyboard alone: placed by hand, a right given,
// the legal deadline moved with a reason that stays; and what cannot be read told to be done with. And that a leader
// makes, reviews and ends an agreement with a municipality.
import { readFileSync } from "node:fs";
import { MUNICIPAL_NAME } from "@rettvei/demo";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./accessibility.ts";
import { type Hands, handsOf, WAYS, type Way } from "./hands.ts";
import { REFERRER, visit } from "./people.ts";
import { type SignedIn, signIn } from "./sign-in.ts";
import { noChromium, type Stage, setStage, skipNote } from "./stage.ts";
import { textOf, words } from "./steps.ts";

const COURSES = 60;
const NAME = "Åse Čáhppe Bekkelund";
const FIRST = "2099-03-02";
const MOVED = "2099-04-06";
/** Numbers of a month that no real number has. */
const NUMBERS: Readonly<Record<Way, string>> = { mouse: "14838810099", keyboard: "65888700085" };

const SAMPLE = readFileSync(
  new URL("../packages/messages/samples/henvisning-2.0-ny.xml", import.meta.url),
  "utf8",
);

/** The sample as it comes to the unit, of a person of its own; and once more as nobody can read it. */
async function sendIn({ ask }: SignedIn, unitId: string, way: Way): Promise<void> {
  const whole = SAMPLE.replace(">9900210<", `>${unitId}<`).replace(NUMBERS.mouse, NUMBERS[way]);
  const headers = { "content-type": "application/xml" };
  for (const [n, xml] of [whole, whole.replace("<ReqServ>", "<Unknown/><ReqServ>")].entries()) {
    const body = xml.replace("4a53-8f0e", `4a53-8f0${n}`).replace("3a4b53b1c001", `${way}-${n}`);
    const answer = await ask("/api/messages", { method: "POST", headers, body });
    expect([answer.status, n]).toEqual([200, n]);
  }
}

async function placeIt(page: Page, hands: Hands): Promise<void> {
  await page.goto("/");
  await hands.press(page.getByRole("link", { name: "Mottatt", exact: true }));
  await page.getByRole("heading", { level: 1, name: /^Mottatte meldinger/ }).waitFor();
  const unread = page.getByRole("article", { name: /^Ukjent melding fra Lykkebo/ });
  await hands.press(unread.getByText("Les og gjør noe"));
  await hands.choose(unread.getByRole("combobox", { name: "Hvorfor" }), "Kommer på papir");
  await hands.press(unread.getByRole("button", { name: "Merk som ferdig" }));
  await page.getByText("Meldingen er merket som ferdig.").waitFor();
  const message = page.getByRole("article", { name: /^Henvisning fra Lykkebo/ });
  await hands.press(message.getByText("Les og gjør noe"));
  await message.getByText(/^Nedstemt og urolig/).waitFor();
  await hands.choose(message.getByRole("combobox", { name: "Forløp" }), "Rusbehandling (TSB)");
  expect(await violations(page)).toEqual([]);
  await hands.press(message.getByRole("button", { name: "Plasser" }));
  await hands.press(page.getByRole("link", { name: "Til henvisningene som venter" }));
  await hands.press(page.getByRole("link", { name: NAME }));
  await page.getByRole("heading", { level: 1, name: NAME }).waitFor();
}

async function giveRight(page: Page, hands: Hands): Promise<void> {
  await hands.take(page.getByRole("radio", { name: "Gi rett til helsehjelp" }));
  await hands.take(page.getByRole("radio", { name: "Utredning" }));
  await hands.date(page.getByLabel("Pasientens lovpålagte frist"), FIRST);
  await hands.write(page.getByRole("textbox", { name: "Telefon" }), "99 99 99 99");
  await page
    .getByRole("article", { name: /^Svar på/ })
    .getByText(words(FIRST))
    .waitFor();
  await hands.take(page.getByRole("checkbox", { name: "Jeg har lest brevet" }));
  await hands.press(page.getByRole("button", { name: "Gi rett, og send brevet" }));
  await page.getByRole("heading", { level: 2, name: "Rett til helsehjelp er gitt" }).waitFor();
}

async function moveDeadline(page: Page, hands: Hands): Promise<void> {
  await hands.press(page.getByText("Flytt fristen").first());
  await hands.date(page.getByLabel("Ny frist"), MOVED);
  await hands.choose(page.getByRole("combobox", { name: "Hvorfor" }), "Pasienten ønsker det");
  expect(await violations(page)).toEqual([]);
  await hands.press(page.getByRole("button", { name: "Flytt fristen" }));
  const deadline = page.getByRole("region", { name: "Pasientens lovpålagte frist" });
  await deadline.getByText("Den første datoen var").waitFor();
  const said = await textOf(deadline);
  for (const part of [words(FIRST), words(MOVED), "Pasienten ønsker det"]) {
    expect(said).toContain(part);
  }
}

async function agree(page: Page, hands: Hands, title: string): Promise<void> {
  await page.goto("/agreements");
  await hands.press(page.getByText("Legg inn en ny avtale"));
  const write = (name: string | RegExp, text: string, nth = 0) =>
    hands.write(page.getByRole("textbox", { name }).nth(nth), text);
  await write("Hva avtalen gjelder", title);
  await hands.choose(page.getByRole("combobox", { name: "Kommune", exact: true }), MUNICIPAL_NAME);
  await write("Dette er avtalt", "Vi ringer hverandre før utskrivning.");
  for (const [nth, name] of ["Kari Koordinator", "Mona Moen"].entries()) {
    await write("Navn eller funksjon", name, nth);
    await write("Telefon", "99 99 99 99", nth);
  }
  await hands.date(page.getByLabel("Skal gjennomgås neste gang"), FIRST);
  expect(await violations(page)).toEqual([]);
  await hands.press(page.getByRole("button", { name: "Lagre avtalen" }));
  await page.getByText("Avtalen er lagret.").waitFor();
}

async function reviewAndEnd(page: Page, hands: Hands, title: string): Promise<void> {
  const item = page.getByRole("listitem").filter({ hasText: title });
  await hands.press(item.getByText("Gjennomgå avtalen"));
  await hands.press(item.getByRole("button", { name: "Fjern Mona Moen" }));
  await hands.date(item.getByLabel("Skal gjennomgås neste gang"), MOVED);
  await hands.write(item.getByRole("textbox", { name: "Hva ble endret?" }), "Ett kontaktpunkt.");
  await hands.press(item.getByRole("button", { name: "Lagre gjennomgangen" }));
  await item.getByText("Tidligere gjennomganger (1)").waitFor();
  await item.getByText(words(MOVED)).waitFor();
  expect(await item.getByText("Mona Moen").count()).toBe(0);
  await hands.press(item.getByText("Avslutt avtalen").first());
  await hands.write(
    item.getByRole("textbox", { name: "Hvorfor avsluttes den?" }),
    "Kommunene er slått sammen.",
  );
  await hands.press(item.getByRole("button", { name: "Avslutt avtalen nå" }));
  await page.getByText(`Avtalen «${title}» er avsluttet.`).waitFor();
  await item.waitFor({ state: "detached" });
}

describe.skipIf(noChromium)(`what comes to a unit from outside${skipNote}`, () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage(COURSES);
  });

  afterAll(async () => {
    await stage?.close();
  });

  it.each(WAYS)("a referral that came as a message is placed and decided, by %s", async (way) => {
    await sendIn(await signIn(stage.url(), REFERRER), stage.made.unitId, way);
    const { page, context, troubles } = await stage.open();
    const hands = handsOf(page, way);
    await placeIt(page, hands);
    await giveRight(page, hands);
    await moveDeadline(page, hands);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it.each(WAYS)("an agreement is made, reviewed and ended, by %s", async (way) => {
    const leader = await visit(stage.browser, stage.url(), `leader-${stage.made.unitId}`);
    const hands = handsOf(leader.page, way);
    const title = `Samarbeid, ${way}`;
    await agree(leader.page, hands, title);
    await reviewAndEnd(leader.page, hands, title);
    expect(leader.troubles).toEqual([]);
    await leader.context.close();
  });
});
