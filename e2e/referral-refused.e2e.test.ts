// Proves the way of a referral from the GP to a refusal, by mouse and by keyboard alone: it is begun at one machine and
// sent from another, the GP asks the unit and is answered, the letter is seen before it is sent, and the GP and the
// patient read why, each on their own pages.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./accessibility.ts";
import { atRest } from "./at-rest.ts";
import { type Hands, handsOf, WAYS, type Way } from "./hands.ts";
import { menu } from "./mine-steps.ts";
import { type KnownPatient, knownPatients, REFERRER, visit } from "./people.ts";
import { noChromium, type Stage, setStage, skipNote } from "./stage.ts";
import { textOf } from "./steps.ts";

const COURSES = 200;
const REASONS = "Plagane kan behandlast godt i kommunen.";
const ADVICE = "Samtalar hos kommunepsykologen, og ny vurdering om tre månader.";
const COMPLAIN = "Du kan klage til statsforvaltaren. Send klaga til oss.";

async function refer(page: Page, hands: Hands, who: KnownPatient, unit: string): Promise<void> {
  const { personNumber, name } = who;
  await page.goto("/");
  await hands.press(page.getByRole("link", { name: "Skriv en henvisning" }));
  await page.getByRole("heading", { level: 1, name: "Ny henvisning" }).waitFor();
  expect(await page.getByRole("button", { name: "Send henvisningen" }).isDisabled()).toBe(true);
  await hands.choose(page.getByRole("combobox", { name: "Forløp" }), "Rusbehandling (TSB)");
  await hands.choose(page.getByRole("combobox", { name: "Enhet som skal vurdere" }), unit);
  const patient = page.getByRole("region", { name: "Pasient" });
  await hands.write(patient.getByRole("textbox", { name: "Fødselsnummer" }), personNumber);
  await hands.write(patient.getByRole("textbox", { name: "Navn" }), name);
  await hands.choose(patient.getByRole("combobox"), "Nynorsk");
  await hands.write(page.getByRole("textbox", { name: "Pasientens egne ord" }), "Eg vil sove.");
  const list = page.getByRole("region", { name: "Dette bør henvisningen si" });
  const first = list.getByRole("listitem").filter({ hasText: "Hvordan virker de på hverdagen?" });
  await hands.write(first.getByRole("textbox"), "Er sykmeldt.");
  expect(await first.getByRole("radio", { name: "Med" }).isChecked()).toBe(true);
  await list.getByText(/^1 av \d+ punkter er med$/).waitFor();
  await hands.write(
    page.getByRole("textbox", { name: /Hvorfor sendes den uten/ }),
    "Resten ettersendes.",
  );
  expect(await violations(page)).toEqual([]);
  // Another page is looked at meanwhile: what was written is saved, and still there.
  await hands.press(page.getByRole("link", { name: "Mine henvisninger", exact: true }));
  await page.getByRole("link", { name: `Fortsett: ${name}` }).waitFor();
  await hands.press(page.getByRole("link", { name: "Ny henvisning", exact: true }));
  await page
    .getByText(/^Kladd lagret kl\. \d\d:\d\d$/)
    .first()
    .waitFor();
  expect(await page.getByRole("textbox", { name: "Pasientens egne ord" }).inputValue()).toBe(
    "Eg vil sove.",
  );
  // Nothing of it is still on its way to the service.
  await atRest(page);
}

/** Whoever writes it goes on at another machine, and sends it there: the draft is gone. */
async function sendElsewhere(page: Page, hands: Hands, { name }: KnownPatient): Promise<void> {
  await page.goto("/");
  const begun = page.getByRole("link", { name: `Fortsett: ${name}` });
  await begun.waitFor();
  expect(await violations(page)).toEqual([]);
  await hands.press(begun);
  await page.getByText("1 av", { exact: false }).first().waitFor();
  expect(await page.getByRole("textbox", { name: "Pasientens egne ord" }).inputValue()).toBe(
    "Eg vil sove.",
  );
  await hands.press(page.getByRole("button", { name: "Send henvisningen" }));
  await page.getByText("Enheten har ikke svart ennå.").waitFor();
  await hands.press(page.getByRole("link", { name: "Mine henvisninger", exact: true }));
  await page.getByRole("link", { name, exact: true }).waitFor();
  await page.getByRole("link", { name: `Fortsett: ${name}` }).waitFor({ state: "detached" });
}

const QUESTION = "Kan medisinlista tas i første samtale?";
const ANSWER = "Ja, ta den med.";

/** Before it is assessed the GP asks the unit something. */
async function ask(page: Page, hands: Hands, { name }: KnownPatient): Promise<void> {
  await page.goto("/");
  await hands.press(page.getByRole("link", { name, exact: true }));
  const messages = page.getByRole("region", { name: "Meldinger" });
  await hands.write(messages.getByRole("textbox", { name: "Skriv til enheten" }), QUESTION);
  await hands.press(messages.getByRole("button", { name: "Send", exact: true }));
  await messages.getByText(/^Enheten skal svare innen /).waitFor();
  expect(await violations(page)).toEqual([]);
}

/** It is among the unit's tasks, and is answered from there. */
async function answer(page: Page, hands: Hands, { name }: KnownPatient): Promise<void> {
  await page.goto("/");
  await hands.press(page.getByRole("link", { name: "Enhetens oppgaver" }));
  const task = page.getByRole("row").filter({ hasText: name }).filter({ hasText: "Svar henvis" });
  // The day is the house's own, and is not to be taken for one that the law sets.
  expect(await textOf(task)).toContain("Vår egen tid");
  await hands.press(task.getByRole("link", { name: "Svar henviseren" }));
  const asked = page.getByRole("article", { name: /^Spørsmål fra henviseren/ });
  await asked.getByText(QUESTION).waitFor();
  await hands.write(asked.getByRole("textbox", { name: "Svar til henviseren" }), ANSWER);
  expect(await violations(page)).toEqual([]);
  await hands.press(asked.getByRole("button", { name: "Send svaret" }));
  await asked.getByText(/^Svar gitt /).waitFor();
}

async function refuse(page: Page, hands: Hands, { name }: KnownPatient): Promise<string> {
  await page.goto("/");
  await hands.press(page.getByRole("link", { name: "Henvisninger", exact: true }));
  const row = page.getByRole("row").filter({ hasText: name });
  expect(await textOf(row)).toContain("Lovpålagt frist");
  await hands.press(row.getByRole("link", { name }));
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await hands.press(page.getByText("Hvorfor denne datoen?"));
  await page.getByText(/^Mottatt .* \+ 10 virkedager = /).waitFor();
  await page.getByText("Eg vil sove.").waitFor();
  await hands.take(page.getByRole("radio", { name: "Ikke rett til helsehjelp her" }));
  const send = page.getByRole("button", { name: "Send svaret" });
  await hands.write(page.getByRole("textbox", { name: "Begrunnelse" }), REASONS);
  const letter = page.getByRole("article", { name: "Svar på tilvisinga di" });
  await letter.getByText(REASONS).waitFor();
  await hands.write(page.getByRole("textbox", { name: "Dette trenger pasienten nå" }), ADVICE);
  await hands.write(page.getByRole("textbox", { name: "Slik kan pasienten klage" }), COMPLAIN);
  await hands.write(page.getByRole("textbox", { name: "Telefon" }), "99 99 99 99");
  await letter.getByText(COMPLAIN).waitFor();
  const shown = await letter.innerText();
  expect(await send.isDisabled()).toBe(true);
  await hands.take(page.getByRole("checkbox", { name: "Jeg har lest brevet" }));
  expect(await violations(page)).toEqual([]);
  await hands.press(send);
  await page.getByRole("heading", { level: 2, name: "Ikke rett til helsehjelp her" }).waitFor();
  return shown;
}

async function readAnswer(page: Page, hands: Hands, { name }: KnownPatient): Promise<void> {
  await page.goto("/");
  const row = page.getByRole("listitem").filter({ hasText: name });
  await row.getByText("2 nye meldinger fra enheten").waitFor();
  expect(await violations(page)).toEqual([]);
  await hands.press(page.getByRole("link", { name }));
  const answer = page.getByRole("region", { name: "Svaret fra enheten" });
  await answer.getByText(REASONS).waitFor();
  const words = await textOf(answer);
  expect(words).toContain("Har ikke rett til helsehjelp her");
  expect(words).toContain(ADVICE);
  expect(words).toContain(COMPLAIN);
  const messages = page.getByRole("region", { name: "Meldinger" });
  await messages.getByText(ANSWER).waitFor();
  await hands.press(messages.getByText(/^Svar på henvisningen, /));
  await messages.getByText(REASONS).waitFor();
  await hands.press(page.getByRole("link", { name: "Til mine henvisninger" }));
  await row.getByText("Har ikke rett til helsehjelp her").waitFor();
  await row.getByText("2 nye meldinger fra enheten").waitFor({ state: "detached" });
}

/** On the patient's own page, of the course that the referral has opened. */
async function readAsPatient(page: Page, hands: Hands): Promise<void> {
  await page.goto("/");
  await hands.press(menu(page, "Dokumenter"));
  const courses = page.getByRole("navigation", { name: "Hvilket forløp?" });
  await hands.press(courses.getByRole("link", { name: "Rusbehandling (TSB)" }));
  const referral = page.getByRole("region", { name: "Henvisningen din" });
  await referral.getByText("Svaret var nei. Begrunnelsen står under.").waitFor();
  const words = await textOf(referral);
  for (const said of ["Eg vil sove.", REASONS, ADVICE, COMPLAIN]) expect(words).toContain(said);
  expect(await violations(page)).toEqual([]);
}

describe.skipIf(noChromium)(`a referral that is refused${skipNote}`, () => {
  let stage: Stage;
  let patients: Readonly<Record<Way, KnownPatient>>;

  beforeAll(async () => {
    stage = await setStage(COURSES);
    const [mouse, keyboard] = await knownPatients(stage.url(), {
      courses: COURSES,
      until: stage.made.asOf,
      wanted: 2,
    });
    if (mouse === undefined || keyboard === undefined) throw new Error("expected two patients");
    patients = { mouse, keyboard };
  });

  afterAll(async () => {
    await stage?.close();
  });

  it.each(
    WAYS,
  )("goes from the GP through the coordinator, who sees its letter first, back to the GP and to the patient, who read why, by %s", async (way) => {
    const who = patients[way];
    const gp = await visit(stage.browser, stage.url(), REFERRER);
    const hands = handsOf(gp.page, way);
    await refer(gp.page, hands, who, stage.made.unitName);
    const elsewhere = await visit(stage.browser, stage.url(), REFERRER);
    await sendElsewhere(elsewhere.page, handsOf(elsewhere.page, way), who);
    await ask(gp.page, hands, who);
    const unit = await stage.open();
    await answer(unit.page, handsOf(unit.page, way), who);
    const letter = await refuse(unit.page, handsOf(unit.page, way), who);
    expect(letter).toContain("Grunngiving");
    await readAnswer(gp.page, hands, who);
    const patient = await visit(stage.browser, stage.url(), `patient-${who.patientId}`);
    await readAsPatient(patient.page, handsOf(patient.page, way));
    await elsewhere.context.close();
    expect([...gp.troubles, ...elsewhere.troubles, ...unit.troubles, ...patient.troubles]).toEqual(
      [],
    );
    await patient.context.close();
    await gp.context.close();
    await unit.context.close();
  });
});
