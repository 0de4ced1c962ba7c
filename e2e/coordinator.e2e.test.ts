// Proves the coordinator's story on the real product in a real browser, by role and name only.
import { syntheticPersonNumber } from "@rettvei/demo";
import { dayNumberOf } from "@rettvei/engine";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  acceptsTheProposal,
  answersThePatient,
  assigns,
  corrects,
  findsTheDayAgain,
  holdsAnEvaluation,
  looksThroughTheMorning,
  type Morning,
  registersTwo,
  theEveningBefore,
  undoes,
} from "./coordinator-day.ts";
import { handsOf, WAYS, type Way } from "./hands.ts";
import { registerElsewhere } from "./made-courses.ts";
import { knownPatients, REFERRER, visit } from "./people.ts";
import { signIn } from "./sign-in.ts";
import { nameOf } from "./staffed-course.ts";
import { noChromium, type Stage, setStage, skipNote } from "./stage.ts";
import { chooseUnit, fillEvent, openCourse, patient, register, textOf, words } from "./steps.ts";

const COURSES = 200;
const BORN = dayNumberOf(1988, 6, 5);
const INCOMING = {
  mouse: { name: "Testine Skinnbakken", personNumber: syntheticPersonNumber(BORN, "female", 7) },
  keyboard: { name: "Testmund Skinnbakken", personNumber: syntheticPersonNumber(BORN, "male", 8) },
} as const;

/** Dates that the rows show, in the order of the rows. */
async function datesOfRows(page: Page): Promise<readonly string[]> {
  const times = page.getByRole("row").getByRole("time");
  await times.first().waitFor();
  return times.evaluateAll((all) => all.map((time) => time.getAttribute("datetime") ?? ""));
}

describe.skipIf(noChromium)(`the coordinator${skipNote}`, () => {
  let stage: Stage;
  let mornings: Readonly<Record<Way, Morning>>;

  beforeAll(async () => {
    stage = await setStage(COURSES);
    const known = { courses: COURSES, until: stage.made.asOf, wanted: WAYS.length };
    const patients = await knownPatients(stage.url(), known);
    const { ask: gp } = await signIn(stage.url(), REFERRER);
    const morningOf = async (way: Way): Promise<Morning> => {
      const who = patients[WAYS.indexOf(way)];
      if (who === undefined) throw new Error("people: expected a patient who can log in");
      return theEveningBefore({ stage, who, gp, incoming: INCOMING[way] });
    };
    mornings = { mouse: await morningOf("mouse"), keyboard: await morningOf("keyboard") };
  });

  afterAll(async () => {
    await stage?.close();
  });

  it("with one unit is not asked for it, and comes straight to its work list", async () => {
    const { page, context, troubles } = await stage.open();
    await page.goto("/");
    await page.getByRole("heading", { level: 1, name: stage.made.unitName }).waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });

  it("sees who has least time left first, which kind each date is, and why", async () => {
    const { page, context, troubles } = await stage.open();
    await chooseUnit(page, stage.made.unitName);
    const dates = await datesOfRows(page);
    expect(dates.length).toBeGreaterThanOrEqual(stage.made.order.length);
    expect(dates).toEqual([...dates].sort());
    const links = await page.getByRole("link", { name: /^Pasient e2e-/ }).allTextContents();
    expect(links).toEqual(stage.made.order.map(patient));

    const row = (id: string) => page.getByRole("row").filter({ hasText: patient(id) });
    const over = await textOf(row("e2e-over"));
    expect(over).toContain("9 dager over anbefalt tid");
    expect(over).toContain("Anbefalt tid");
    expect(over).not.toMatch(/frist/i);
    const [attended = ""] = words(stage.made.dayFrom(-30)).split(/ (?=\d{4}$)/);
    expect(over).toContain(`fra første fremmøte ${attended}`);
    const breached = await textOf(row("e2e-breached"));
    expect(breached).toContain("Fristbrudd, 2 dager");
    expect(breached).toContain("Pasientens lovpålagte frist");
    expect(await textOf(row("e2e-five-left"))).toContain("5 dager igjen");
    expect(troubles).toEqual([]);
    await context.close();
  });

  it("sees the courses without a published time counted on the same page, one click away", async () => {
    const { page, context, troubles } = await stage.open();
    await chooseUnit(page, stage.made.unitName);
    const views = page.getByRole("navigation", { name: "Visninger av arbeidslisten" });
    expect(await views.getByRole("link").allInnerTexts()).toEqual([
      expect.stringMatching(/^Alle med dato \d+$/),
      expect.stringMatching(/^Mine \d+$/),
      expect.stringMatching(/^Ikke fordelt \d+$/),
      expect.stringMatching(/^Dato passert \d+$/),
      expect.stringMatching(/^Uten neste dato \d+$/),
      "Inn og ut",
    ]);
    await views.getByRole("link", { name: /^Uten neste dato/ }).click();
    await page.getByText(/ikke publisert noen tid/).waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });

  it("is told of what a colleague registers meanwhile, and sees it when asked for", async () => {
    const { page, context, troubles } = await stage.open();
    const listening = page.waitForResponse((answer) => answer.url().endsWith("/api/changes"));
    await chooseUnit(page, stage.made.unitName);
    const row = page.getByRole("row").filter({ hasText: patient("e2e-legal") });
    const before = await textOf(row);
    const list = await stage.ask(`/api/units/${stage.made.unitId}/work-list?limit=200`);
    const { rows } = (await list.json()) as {
      rows: { courseId: string; patient: { patientId: string } }[];
    };
    const course = rows.find((one) => one.patient.patientId === "e2e-legal");
    const attended = {
      event: "first-attendance",
      occurredOn: stage.made.asOf,
      careLevel: "poliklinikk",
    };
    await listening;
    await registerElsewhere(stage.ask, course?.courseId ?? "", attended);
    await page.getByText("1 rad er endret").waitFor();
    expect(await textOf(row)).toBe(before);
    await page.getByRole("button", { name: "Vis endringene" }).click();
    await row.getByText("Endret", { exact: true }).waitFor();
    expect(await textOf(row)).not.toBe(before);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it("narrows the list to a pathway, and comes back from a course to the list as it was", async () => {
    const { page, context, troubles } = await stage.open();
    await chooseUnit(page, stage.made.unitName);
    await page.getByRole("combobox", { name: "Forløp" }).selectOption("psykose");
    await page.getByText("Ingen forløp passer med filtrene.").waitFor();
    await page.getByRole("combobox", { name: "Forløp" }).selectOption("tsb");
    await page.getByRole("link", { name: patient("e2e-legal") }).click();
    await page.getByRole("link", { name: "Til arbeidslisten", exact: true }).click();
    await page.getByRole("link", { name: patient("e2e-legal") }).waitFor();
    expect(await page.getByRole("combobox", { name: "Forløp" }).inputValue()).toBe("tsb");
    expect(troubles).toEqual([]);
    await context.close();
  });

  it("reads why a date is what it is, with its source", async () => {
    const { page, context, troubles } = await stage.open();
    await openCourse(page, stage.made.unitName, "e2e-five-left");
    const open = page.getByRole("region", { name: "Åpne nå" });
    await open.getByText("Hvorfor denne datoen?").click();
    const sum = `Første fremmøte ${words(stage.made.dayFrom(-16))} + 21 dager = ${words(stage.made.dayFrom(5))}`;
    await open.getByText(sum).waitFor();
    const why = await textOf(open.getByRole("article"));
    expect(why).toMatch(/høyst 21 dager/);
    expect(why).toContain("Poliklinikk");
    expect(why).toMatch(/Bekreftet|Sekundærkilde|Utledet/);
    const source = open.getByRole("link");
    expect(await source.first().getAttribute("href")).toMatch(/^https?:\/\//);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it("registers in one line, and sees beforehand what changes", async () => {
    const { page, context, troubles } = await stage.open();
    await openCourse(page, stage.made.unitName, "e2e-five-left");
    await fillEvent(page, "Klinisk beslutning", "Behandling i TSB");
    const line = page.getByRole("region", { name: "Registrer hendelse" });
    await line.getByText("Dette endres").waitFor();
    const due = words(stage.made.dayFrom(7));
    await line
      .getByRole("listitem")
      .filter({ hasText: `innen ${due}` })
      .waitFor();
    expect(await page.getByRole("region", { name: "Tidslinje" }).innerText()).not.toContain(
      "Klinisk beslutning",
    );
    await line.getByRole("button", { name: "Registrer", exact: true }).click();
    await line.getByText(`Lagret: klinisk beslutning ${words(stage.made.asOf)}.`).waitFor();
    await page.getByRole("region", { name: "Åpne nå" }).getByText("7 dager igjen").waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });

  it("undoes by voiding: the dates go back, and what was registered stays, struck through", async () => {
    const { page, context, troubles } = await stage.open();
    await openCourse(page, stage.made.unitName, "e2e-seven-left");
    const open = page.getByRole("region", { name: "Åpne nå" });
    const timeline = page.getByRole("region", { name: "Tidslinje" });
    const struck = timeline.getByRole("deletion").filter({ hasText: "Klinisk beslutning" });
    const before = await textOf(open);
    await register(page, "Klinisk beslutning", "Behandling i TSB");
    expect(await textOf(open)).not.toBe(before);
    await page.getByRole("button", { name: "Angre" }).click();
    await struck.waitFor();
    expect(await textOf(open)).toBe(before);

    await register(page, "Klinisk beslutning", "Behandling i TSB");
    await timeline.getByRole("button", { name: /^Annuller Klinisk beslutning/ }).click();
    await timeline.getByText("Dette endres").waitFor();
    await timeline.getByRole("button", { name: "Annuller registreringen" }).click();
    await struck.nth(1).waitFor();
    expect(await timeline.getByText(/Annullert \d/).count()).toBe(2);
    expect(await textOf(open)).toBe(before);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it("corrects a date: the due date follows, and the old record stays", async () => {
    const { page, context, troubles } = await stage.open();
    await openCourse(page, stage.made.unitName, "e2e-six-left");
    const timeline = page.getByRole("region", { name: "Tidslinje" });
    await timeline.getByRole("button", { name: /^Rett Første fremmøte/ }).click();
    await timeline.getByLabel("Dato").fill(stage.made.dayFrom(-3));
    await timeline.getByText("Dette endres").waitFor();
    await timeline.getByRole("button", { name: "Lagre rettelsen" }).click();
    await timeline.getByRole("deletion").filter({ hasText: "Første fremmøte: Døgn" }).waitFor();
    await page.getByRole("region", { name: "Åpne nå" }).getByText("4 dager igjen").waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });

  it.each(
    WAYS,
  )("has a day: what came in, who has nobody, an answer, two events at once, a mistake mended and a proposal taken, by %s", async (way) => {
    const { unitId, asOf, dayFrom } = stage.made;
    const morning = mornings[way];
    const unit = await stage.open();
    const { page } = unit;
    const hands = handsOf(page, way);
    const practitioner = await visit(stage.browser, stage.url(), `practitioner-${unitId}`);
    const names = {
      coordinator: await nameOf(stage.ask),
      practitioner: await nameOf(practitioner.ask),
    };
    await looksThroughTheMorning(page, hands, morning);
    await assigns(page, hands, names);
    await answersThePatient(page, hands, morning);
    await registersTwo(page, hands, { ...morning, unitId });
    await corrects(page, hands, dayFrom(-1));
    await undoes(page, hands);
    await practitioner.page.goto(`/courses/${morning.courseId}`);
    await holdsAnEvaluation(practitioner.page, handsOf(practitioner.page, way), asOf);
    await page.reload();
    await acceptsTheProposal(page, hands, asOf);
    for (const { context, troubles } of [unit, practitioner]) {
      expect(troubles).toEqual([]);
      await context.close();
    }
  });

  it("finds both days again after a restart", async () => {
    await stage.restart();
    const { page, context, troubles } = await stage.open();
    for (const way of WAYS) await findsTheDayAgain(page, mornings[way]);
    expect(troubles).toEqual([]);
    await context.close();
  });
});
