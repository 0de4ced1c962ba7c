// Proves the way of a patient with a serious eating disorder from referral (made by the API) to evaluation, by mouse and
// by keyboard alone: plan and evaluation are written together, in a mode that hides everything else.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./accessibility.ts";
import { type Hands, handsOf, WAYS, type Way } from "./hands.ts";
import { type KnownPatient, knownPatients, visit } from "./people.ts";
import {
  beginCourse,
  giveToPractitioner,
  goToTab,
  jsonOf,
  nameOf,
  posted,
  REFERRED,
} from "./staffed-course.ts";
import { noChromium, type Stage, setStage, skipNote } from "./stage.ts";
import { textOf, words } from "./steps.ts";

const COURSES = 200;
const GOAL = "Jeg vil spise frokost med familien.";
const BEFORE = "Det er lettere om morgenen.";
const NOW = "Vi fortsetter med frokosten.";

async function writePlan(page: Page, hands: Hands, nextOn: string): Promise<void> {
  await goToTab(page, hands, "Plan");
  const part = page.getByRole("region", { name: "Behandlingsplan", exact: true });
  await hands.press(part.getByRole("button", { name: "Skriv sammen med pasienten" }));
  const calm = page.getByRole("dialog", { name: "Planen din" });
  await hands.write(calm.getByRole("textbox", { name: "Mål 1" }), GOAL);
  // What was written is still there when it is closed on the way.
  await page.keyboard.press("Escape");
  await hands.press(part.getByRole("button", { name: "Fortsett på utkastet" }));
  expect(await calm.getByRole("textbox", { name: "Mål 1" }).inputValue()).toBe(GOAL);
  // A modal over the whole window: all else is out of sight and out of reach.
  const modal = await calm.evaluate((element) => element.matches(":modal"));
  expect(modal && (await calm.boundingBox())).toMatchObject({
    x: 0,
    y: 0,
    width: 1280,
    height: 800,
  });
  await hands.write(calm.getByRole("textbox", { name: "Hva", exact: true }), "Familiesamtaler");
  await hands.write(calm.getByRole("textbox", { name: "Hvem" }), "Familien og behandler");
  await hands.write(calm.getByRole("textbox", { name: "Når", exact: true }), "Hver uke");
  await hands.press(calm.getByRole("button", { name: "Lagre planen" }));
  await calm.getByRole("alert").getByText("når vi ser på planen igjen").waitFor();
  await hands.date(calm.getByLabel("Når ser vi på planen igjen?"), nextOn);
  expect(await violations(page)).toEqual([]);
  await hands.press(calm.getByRole("button", { name: "Lagre planen" }));
  await part.getByText("Planen er lagret.").waitFor();
  await part.getByText(`«${GOAL}»`).waitFor();
}

interface Evaluations {
  readonly evaluations: readonly { readonly evaluationId: string }[];
}

async function answerBefore({ ask }: KnownPatient, courseId: string): Promise<void> {
  const { evaluations } = await jsonOf<Evaluations>(
    await ask(`/api/courses/${courseId}/evaluations`),
  );
  const asked = await ask("/api/evaluation-questions");
  const { questions } = await jsonOf<{ questions: readonly { id: string }[] }>(asked);
  const answers = [{ question: questions[0]?.id, words: BEFORE }];
  const path = `/api/evaluations/${evaluations[0]?.evaluationId}/answers`;
  await jsonOf(await ask(path, posted({ answers })));
}

async function hold(page: Page, hands: Hands, nextOn: string): Promise<void> {
  await goToTab(page, hands, "Evaluering");
  await page.getByText(BEFORE).waitFor();
  await hands.press(page.getByRole("button", { name: "Hold evalueringen sammen" }));
  const calm = page.getByRole("dialog", { name: "Hvordan går det?" });
  await calm.getByText("Du skrev på forhånd:").waitFor();
  const now = calm.getByRole("textbox", { name: "Det vi snakker om nå" });
  expect(await now.count()).toBe(11);
  await hands.write(now.first(), NOW);
  await hands.take(calm.getByRole("checkbox", { name: "Pårørende" }));
  await hands.write(calm.getByRole("textbox", { name: /^Feedbackverktøy/ }), "FIT");
  await hands.write(calm.getByRole("textbox", { name: "Hva endrer vi i planen?" }), "Lunsj også.");
  await hands.date(calm.getByLabel("Når snakker vi om dette igjen?"), nextOn);
  expect(await violations(page)).toEqual([]);
  await hands.press(calm.getByRole("button", { name: "Lagre evalueringen" }));
  await page.getByText(/^Evalueringen er lagret/).waitFor();
}

describe.skipIf(noChromium)(`a serious eating disorder${skipNote}`, () => {
  let stage: Stage;
  let patients: Readonly<Record<Way, KnownPatient>>;

  beforeAll(async () => {
    stage = await setStage(COURSES);
    const { asOf } = stage.made;
    const known = { courses: COURSES, until: asOf, wanted: 2 };
    const [mouse, keyboard] = await knownPatients(stage.url(), known);
    if (mouse === undefined || keyboard === undefined) throw new Error("expected two patients");
    patients = { mouse, keyboard };
  });

  afterAll(async () => {
    await stage?.close();
  });

  it.each(
    WAYS,
  )("goes from a referral (made by the API) to a plan and an evaluation written together, by %s", async (way) => {
    const { unitId, dayFrom, asOf } = stage.made;
    const who = patients[way];
    const records = REFERRED.map((record) =>
      record.event === "referral-assessed" ? { ...record, severity: "serious" } : record,
    );
    const { patientId } = who;
    const course = { patientId, pathway: "spiseforstyrrelser", unitId, records };
    const courseId = await beginCourse(stage.ask, course);
    const therapist = await visit(stage.browser, stage.url(), `practitioner-${unitId}`);
    const unit = await stage.open();
    await unit.page.goto(`/courses/${courseId}`);
    const name = await nameOf(therapist.ask);
    await giveToPractitioner(unit.page, handsOf(unit.page, way), name);

    const { page } = therapist;
    const hands = handsOf(page, way);
    await page.goto(`/courses/${courseId}`);
    await writePlan(page, hands, dayFrom(14));
    await answerBefore(who, courseId);
    await hold(page, hands, dayFrom(42));
    const told = page.getByRole("region", { name: "Tidligere evalueringer" });
    const earlier = await textOf(told);
    expect(earlier).toContain(`Holdt ${words(asOf)}`);
    expect(earlier).toContain("Lunsj også.");
    expect(earlier).toContain("FIT");
    const next = page.getByRole("region", { name: "Neste evaluering" });
    await next.getByText(`Avtalt til ${words(dayFrom(42))}`).waitFor();
    expect([...therapist.troubles, ...unit.troubles]).toEqual([]);
    await therapist.context.close();
    await unit.context.close();
  });
});
