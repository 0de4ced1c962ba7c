// Proves the way of a child from referral to closing with the municipality, by mouse and by keyboard alone. The referral,
// its assessment and what the municipality does are done on the screens.
import { randomUUID } from "node:crypto";
import { MUNICIPAL_UNIT, syntheticPersonNumber } from "@rettvei/demo";
import { dayNumberOf } from "@rettvei/engine";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./accessibility.ts";
import { type Hands, handsOf, WAYS, type Way } from "./hands.ts";
import { MUNICIPALITY, REFERRER, visit } from "./people.ts";
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

/** Gives the right, with the letter read; answers the id of the course. */
async function grant(page: Page, hands: Hands, { name }: Child, deadline: string): Promise<string> {
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
  const open = page.getByRole("link", { name: "Åpne forløpet" });
  const address = await open.getAttribute("href");
  return decodeURIComponent(address?.split("/").at(-1) ?? "");
}

async function post(stage: Stage, path: string, body: object, seen?: number): Promise<void> {
  const headers = {
    "content-type": "application/json",
    "idempotency-key": randomUUID(),
    ...(seen === undefined ? {} : { "if-match": `"${seen}"` }),
  };
  const answer = await stage.ask(path, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}

const PLAN = {
  municipalUnitId: MUNICIPAL_UNIT,
  ground: "Samtykke fra foreldrene",
  responsible: { name: "Mona Moen", title: "Helsesykepleier", telephone: "99 99 99 98" },
  measures: [{ what: "Samtaler på skolen", who: "Helsesykepleier", when: "Hver uke" }],
  patientsWords: "Jeg vil gå på skolen hver dag.",
  whereToTurn: "Ring Mona Moen, eller fastlegen.",
  isIndividualPlan: false,
};

async function answerPlan(page: Page, hands: Hands, { name }: Child): Promise<void> {
  await page.goto("/");
  const waiting = page.getByRole("region", { name: "Planer å bekrefte" });
  await hands.press(waiting.getByRole("link", { name }));
  await page.getByText("Jeg vil gå på skolen hver dag.").waitFor();
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

  it.each(
    WAYS,
  )("goes from referral to closing with the municipality, by %s (the follow-up plan and the closing are written through the service's interface)", async (way) => {
    const child = CHILDREN[way];
    const { url, made } = stage;
    const gp = await visit(stage.browser, url(), REFERRER);
    await refer(gp.page, handsOf(gp.page, way), child, made.unitName);
    const unit = await stage.open();
    const deadline = made.dayFrom(DAYS_TO_START);
    const courseId = await grant(unit.page, handsOf(unit.page, way), child, deadline);
    await gp.page.reload();
    const right = gp.page.getByRole("region", { name: "Svaret fra enheten" });
    await right.getByText("Har rett til helsehjelp").waitFor();
    expect(await textOf(right)).toContain(words(deadline));

    const course = `/api/courses/${encodeURIComponent(courseId)}`;
    await post(stage, `${course}/follow-up-plan`, PLAN);
    const municipality = await visit(stage.browser, url(), MUNICIPALITY);
    await answerPlan(municipality.page, handsOf(municipality.page, way), child);
    const closing = { outcome: "completed", reasonWithout: "Epikrisen sendes på papir." };
    await post(stage, `${course}/closing/closed`, closing, 0);
    await municipality.page.goto("/");
    const shared = municipality.page.getByRole("region", { name: "Delt fra før" });
    await shared.getByRole("link", { name: child.name }).waitFor();
    expect(await textOf(shared)).toContain("Bekreftet");
    expect([...gp.troubles, ...unit.troubles, ...municipality.troubles]).toEqual([]);
    for (const { context } of [gp, unit, municipality]) await context.close();
  });
});
