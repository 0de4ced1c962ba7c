// Proves emergency access from end to end, by mouse and by keyboard alone: opened with a reason, said on every page, ended;
// looked into by the leader, in the patient's own log, and explained to the patient who asks.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./accessibility.ts";
import { type Hands, handsOf, WAYS } from "./hands.ts";
import { type KnownPatient, knownPatients, visit } from "./people.ts";
import { jsonOf, posted } from "./staffed-course.ts";
import { noChromium, type Stage, setStage, skipNote } from "./stage.ts";

const COURSES = 200;
const WHY = "Hvorfor var dere inne i journalen min?";
const BECAUSE = "Du kom til mottaket i natt, og legen trengte medisinlisten din.";
const REASON = "Innlagt bevisstløs på akuttmottaket i natt";

async function openAndRead(page: Page, hands: Hands, who: KnownPatient): Promise<void> {
  await page.goto("/");
  await hands.press(page.getByRole("link", { name: "Nødåpning", exact: true }));
  await page.getByRole("heading", { level: 1, name: /^Nødåpning/ }).waitFor();
  await hands.press(page.getByRole("button", { name: "Åpne i én time" }));
  await page.getByText(/^Fyll ut pasient, grunn/).waitFor();
  await hands.write(page.getByRole("textbox", { name: /^Pasientens id/ }), who.patientId);
  await hands.choose(page.getByRole("combobox", { name: "Grunn" }), "Akutt situasjon");
  await hands.write(page.getByRole("textbox", { name: "Hva har skjedd?" }), REASON);
  expect(await violations(page)).toEqual([]);
  await hands.press(page.getByRole("button", { name: "Åpne i én time" }));
  const banner = page.getByRole("region", { name: "Åpnet i en uforutsett situasjon" });
  await banner.getByText(`Du har åpnet opplysningene om ${who.name}`).waitFor();
  const course = page
    .getByRole("region", { name: "Forløp", exact: true })
    .getByRole("link")
    .first();
  await hands.press(course);
  await page.getByRole("heading", { level: 1, name: who.name }).waitFor();
  await banner.waitFor();
  expect(await violations(page)).toEqual([]);
  await hands.press(banner.getByRole("button", { name: "Avslutt nødåpningen" }));
  await banner.waitFor({ state: "hidden" });
}

async function lookInto(page: Page, hands: Hands, unitId: string): Promise<void> {
  await page.goto(`/units/${unitId}/leader`);
  const part = page.getByRole("region", { name: "Nødåpninger å se på" });
  await part.getByText(REASON).waitFor();
  expect(await violations(page)).toEqual([]);
  await hands.take(part.getByRole("radio", { name: "Ja, den var riktig" }));
  await hands.write(part.getByRole("textbox", { name: "Begrunnelse" }), "Hadde vakt i mottaket.");
  await hands.press(part.getByRole("button", { name: "Lagre vurderingen" }));
  await part.getByText("Ingen nødåpninger venter.").waitFor();
}

async function explain(page: Page, hands: Hands, who: KnownPatient): Promise<void> {
  const part = page.getByRole("region", { name: "Spørsmål fra pasienter om innsyn" });
  const asked = part.getByRole("listitem").filter({ hasText: who.name });
  await asked.getByText(WHY).waitFor();
  await asked.getByText(/åpnet som nødåpning$/).waitFor();
  await hands.press(asked.getByText("Forklar", { exact: true }));
  expect(await violations(page)).toEqual([]);
  await hands.write(asked.getByRole("textbox", { name: "Forklaring til pasienten" }), BECAUSE);
  await hands.press(asked.getByRole("button", { name: "Send svaret" }));
  await asked.waitFor({ state: "hidden" });
}

const LOGIN_TOO_OLD = {
  status: 403,
  json: { error: { code: "log-in-again", message: "break-glass: expected a newer login" } },
};

/** The login of the last quarter of an hour is the service's to ask for; here is what is done about it. */
async function logInAgain(page: Page, hands: Hands, unitId: string): Promise<void> {
  const opening = "**/api/patients/*/break-glass";
  await page.route(opening, (route) => route.fulfill(LOGIN_TOO_OLD), { times: 1 });
  await page.goto("/break-glass");
  await hands.write(page.getByRole("textbox", { name: /^Pasientens id/ }), "p1");
  await hands.choose(page.getByRole("combobox", { name: "Grunn" }), "Akutt situasjon");
  await hands.write(page.getByRole("textbox", { name: "Hva har skjedd?" }), REASON);
  await hands.press(page.getByRole("button", { name: "Åpne i én time" }));
  await page.getByText(/^Du må ha logget inn det siste kvarteret/).waitFor();
  expect(await violations(page)).toEqual([]);
  await hands.press(page.getByRole("link", { name: "Logg inn på nytt" }));
  await page.getByRole("heading", { level: 1, name: "Testinnlogging" }).waitFor();
  await page.getByRole("combobox", { name: "Enhet" }).selectOption(unitId);
  await hands.press(page.getByRole("button", { name: "Vis personene ved enheten" }));
  await hands.press(page.getByRole("button", { name: /^Behandler/ }).first());
  await page.getByRole("heading", { level: 1, name: /^Nødåpning/ }).waitFor();
}

interface Log {
  readonly entries: readonly {
    readonly entry: number;
    readonly what: string;
    readonly unforeseen: boolean;
  }[];
}

async function logOf({ ask, patientId }: KnownPatient): Promise<Log> {
  return (await (await ask(`/api/patients/${patientId}/log`)).json()) as Log;
}

describe.skipIf(noChromium)(`emergency access${skipNote}`, () => {
  let stage: Stage;
  let patients: readonly KnownPatient[];

  beforeAll(async () => {
    stage = await setStage(COURSES);
    const until = stage.made.asOf;
    patients = await knownPatients(stage.url(), { courses: COURSES, until, wanted: WAYS.length });
  });

  afterAll(async () => {
    await stage?.close();
  });

  it.each(
    WAYS,
  )("is opened, read, ended, looked into, seen by the patient and explained, by %s", async (way) => {
    const who = patients[WAYS.indexOf(way)];
    if (who === undefined) throw new Error("people: expected a patient who can log in");
    const { unitId } = stage.made;
    const url = stage.url();
    const doctor = await visit(stage.browser, url, `practitioner-${unitId}`);
    await logInAgain(doctor.page, handsOf(doctor.page, way), unitId);
    await openAndRead(doctor.page, handsOf(doctor.page, way), who);
    const answer = await doctor.page.request.get("/api/break-glass");
    const opened = (await answer.json()) as { opened: unknown[] };
    expect(opened.opened).toEqual([]);
    await doctor.context.close();

    const log = await logOf(who);
    const unforeseen = log.entries.filter((entry) => entry.unforeseen);
    expect(unforeseen.map(({ what }) => what)).toEqual(
      expect.arrayContaining(["break-glass w", "course r"]),
    );
    expect(JSON.stringify(log)).not.toContain(REASON);
    const explanations = `/api/patients/${who.patientId}/explanations`;
    const question = { entry: unforeseen[0]?.entry, words: WHY };
    await jsonOf(await who.ask(explanations, posted(question)));

    const leader = await visit(stage.browser, url, `leader-${unitId}`);
    await lookInto(leader.page, handsOf(leader.page, way), unitId);
    await explain(leader.page, handsOf(leader.page, way), who);
    expect(leader.troubles).toEqual([]);
    await leader.context.close();
    const answers = await jsonOf(await who.ask(explanations));
    expect(answers).toMatchObject({ explanations: [{ words: WHY, answer: BECAUSE }] });
  });
});
