// Proves what a guardian and the child see on the child's 12th and 16th birthdays, by mouse and by keyboard alone: the
// service's clock is moved over midnight while they are logged in.
import { addDays } from "@rettvei/engine";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./accessibility.ts";
import { openPage, type View, type Watched } from "./browser.ts";
import { type Birthday, type Child, type FamilyStage, setFamilyStage } from "./family-stage.ts";
import { type Hands, handsOf, WAYS, type Way } from "./hands.ts";
import {
  type CloseOne,
  closeOnes,
  letNoLongerSee,
  letSee,
  menu,
  nothingHere,
  ofSomebody,
} from "./mine-steps.ts";
import { visit } from "./people.ts";
import { coordinatorAt, signIn } from "./sign-in.ts";
import { giveToPractitioner, goToTab, nameOf } from "./staffed-course.ts";
import { noChromium, skipNote } from "./stage.ts";
import { textOf } from "./steps.ts";

const PHONE: View = { width: 360, scheme: "light" };
/** The parent of each child. */
const PARENTS = { twelve: "relative-000000000", sixteen: "relative-000000002" } as const;
const SHARE = "Del med foresatte";
const WITHHOLD = "Hold tilbake for foresatte";
const MINUTE_MS = 60_000;
/** Five people take part in each. */
const LONG_MS = 10 * MINUTE_MS;
const FAR_DAY = "2099-12-31";

const hourInOslo = new Intl.DateTimeFormat("en-GB", {
  ...{ timeZone: "Europe/Oslo", hour: "2-digit", hourCycle: "h23" },
});

/** The moment at which the day begins in Norway. */
function midnight(day: string): Date {
  const inWinter = new Date(`${day}T00:00:00+01:00`);
  return new Date(inWinter.getTime() - Number(hourInOslo.format(inWinter)) * 60 * MINUTE_MS);
}

describe.skipIf(noChromium)(`birthdays${skipNote}`, () => {
  let stage: FamilyStage;

  beforeAll(async () => {
    stage = await setFamilyStage();
  });

  afterAll(async () => {
    await stage?.close();
  });

  async function openAs(subject: string): Promise<Watched> {
    const { cookies } = await signIn(stage.url, subject);
    const opened = await openPage(stage.browser, stage.url, PHONE, cookies);
    await opened.page.goto("/mitt");
    return opened;
  }

  /** The therapist says on the course's own screen what guardians are to see. */
  async function tellGuardians(child: Child, way: Way, action: string): Promise<void> {
    const therapist = await visit(stage.browser, stage.url, `practitioner-${child.unitId}`);
    const { page } = therapist;
    const hands = handsOf(page, way);
    await page.goto(`/courses/${child.courseId}`);
    await goToTab(page, hands, "Ansvar");
    const part = page.getByRole("region", { name: "Foresatte" });
    await hands.press(part.getByText(action).first());
    await hands.write(part.getByRole("textbox", { name: "Hvorfor" }), "Barnet vil det selv.");
    await hands.press(part.getByRole("button", { name: action }));
    const see = `Foresatte ser ${action === SHARE ? "" : "ikke "}forløpet nå.`;
    await part.getByText(see).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(therapist.troubles).toEqual([]);
    await therapist.context.close();
  }

  /** The coordinator gives a therapist the task, and registers the parent by the code that the parent reads out. */
  async function setFamily(child: Child, way: Way, parent: string): Promise<void> {
    const unit = await visit(stage.browser, stage.url, coordinatorAt(child.unitId));
    const { page } = unit;
    const hands = handsOf(page, way);
    const { ask } = await signIn(stage.url, `practitioner-${child.unitId}`);
    await page.goto(`/courses/${child.courseId}`);
    await giveToPractitioner(page, hands, await nameOf(ask));
    const part = page.getByRole("region", { name: "Foresatte" });
    await hands.press(part.getByText("Registrer en foresatt"));
    await hands.write(part.getByRole("textbox", { name: "Koden til den foresatte" }), parent);
    await hands.write(part.getByRole("textbox", { name: "Navn" }), "Mamma");
    await hands.take(part.getByRole("checkbox", { name: /registrert på barnets adresse/ }));
    await hands.date(part.getByLabel("Siste dag"), FAR_DAY);
    await hands.press(part.getByRole("button", { name: "Registrer", exact: true }));
    await part.getByRole("listitem").filter({ hasText: "Mamma" }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(unit.troubles).toEqual([]);
    await unit.context.close();
  }

  async function theEve({ on, twelve, sixteen }: Birthday, way: Way) {
    const before = (minutes: number): void =>
      stage.setClock(new Date(midnight(on).getTime() - minutes * MINUTE_MS));
    // Long enough before for all that is done by then, however slow the machine.
    before(60);
    await setFamily(twelve, way, PARENTS.twelve);
    await setFamily(sixteen, way, PARENTS.sixteen);
    await tellGuardians(sixteen, way, SHARE);
    // So near that nobody has left the page alone for too long when it is midnight.
    before(4);
    const parents = {
      twelve: await openAs(PARENTS.twelve),
      sixteen: await openAs(PARENTS.sixteen),
    };
    await ofSomebody(parents.twelve.page, twelve.name).waitFor();
    await ofSomebody(parents.sixteen.page, sixteen.name).waitFor();
    return parents;
  }

  /** Both parents have been logged in since the eve, and go on to another page. */
  async function seesNoMore({ page }: Watched, hands: Hands, child: Child): Promise<void> {
    await hands.press(menu(page, "Plan og mål"));
    await nothingHere(page).waitFor();
    await page.getByText(/Fra barnet er 12 år, ser du bare det som er delt med deg/).waitFor();
    expect(await page.getByText(child.name).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  }

  async function seesAgain({ page }: Watched, hands: Hands, child: Child): Promise<void> {
    await hands.press(menu(page, "Mitt forløp"));
    await ofSomebody(page, child.name).waitFor();
  }

  async function decidesAtTwelve(page: Page, hands: Hands, parent: string): Promise<void> {
    await hands.press(menu(page, "Hvem får se"));
    await closeOnes(page).getByText("Du er mellom 12 og 16 år.").waitFor();
    expect(await closeOnes(page).getByText("La noen få se").count()).toBe(0);
    await hands.press(menu(page, "Hvem har sett"));
    const others = page.getByRole("region", { name: "Andre enn deg" });
    expect(await textOf(others)).toContain(parent);
    await hands.press(menu(page, "Si fra"));
    const alone = "Jeg vil snakke alene, uten foreldrene mine";
    await hands.take(page.getByRole("radio", { name: alone }));
    await hands.write(page.getByRole("textbox", { name: alone }), "Men mamma kan få se planen.");
    await hands.press(page.getByRole("button", { name: "Send" }));
    await page.getByRole("status").filter({ hasText: "Takk. Det er sendt." }).waitFor();
    expect(await violations(page)).toEqual([]);
  }

  async function codeOf({ page }: Watched, hands: Hands): Promise<string> {
    await hands.press(menu(page, "For pårørende"));
    const code = page.getByRole("region", { name: "Koden din" }).getByRole("paragraph").first();
    return code.innerText();
  }

  async function decidesAtSixteen(page: Page, hands: Hands, close: CloseOne): Promise<void> {
    await hands.press(menu(page, "Hvem får se"));
    const region = closeOnes(page);
    await region.getByText("Fra du er 16 år, bestemmer du selv hvem som får se.").waitFor();
    await region.getByText("Ingen får se noe på dine vegne.").waitFor();
    await letSee(page, hands, close);
    expect(await violations(page)).toEqual([]);
  }

  it.each(WAYS)(
    "change what parent and child see, from midnight in Norway, by %s",
    async (way) => {
      const birthday = stage.birthdays[way];
      const { on, twelve, sixteen } = birthday;
      const parents = await theEve(birthday, way);
      const almostSixteen = await openAs(sixteen.subject);
      await almostSixteen.page
        .getByRole("heading", { level: 1, name: "Dette skjer med meg" })
        .waitFor();

      stage.setClock(midnight(on));
      await seesNoMore(parents.twelve, handsOf(parents.twelve.page, way), twelve);
      await seesNoMore(parents.sixteen, handsOf(parents.sixteen.page, way), sixteen);

      const self = await openAs(twelve.subject);
      await self.page.getByRole("heading", { level: 1, name: "Dette skjer med meg" }).waitFor();
      const parent = await nameOf((await signIn(stage.url, PARENTS.twelve)).ask);
      await decidesAtTwelve(self.page, handsOf(self.page, way), parent);
      await tellGuardians(twelve, way, SHARE);
      await seesAgain(parents.twelve, handsOf(parents.twelve.page, way), twelve);
      await tellGuardians(twelve, way, WITHHOLD);
      await seesNoMore(parents.twelve, handsOf(parents.twelve.page, way), twelve);

      const { page } = almostSixteen;
      const hands = handsOf(page, way);
      const code = await codeOf(parents.sixteen, handsOf(parents.sixteen.page, way));
      await decidesAtSixteen(page, hands, { code, name: "Mamma", until: addDays(on, 30) });
      await seesAgain(parents.sixteen, handsOf(parents.sixteen.page, way), sixteen);
      await letNoLongerSee(page, hands);
      await seesNoMore(parents.sixteen, handsOf(parents.sixteen.page, way), sixteen);

      for (const { context, troubles } of [parents.twelve, parents.sixteen, self, almostSixteen]) {
        expect(troubles).toEqual([]);
        await context.close();
      }
    },
    LONG_MS,
  );
});
