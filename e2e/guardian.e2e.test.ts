// Proves what a guardian and the child see on the child's 12th and 16th birthdays, by mouse and by keyboard alone: the
// service's clock is moved over midnight while they are logged in.
import { addDays } from "@rettvei/engine";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./accessibility.ts";
import { openPage, type View, type Watched } from "./browser.ts";
import { type Birthday, type Child, type FamilyStage, setFamilyStage } from "./family-stage.ts";
import { type Hands, handsOf, WAYS } from "./hands.ts";
import {
  type CloseOne,
  closeOnes,
  letNoLongerSee,
  letSee,
  menu,
  nothingHere,
  ofSomebody,
} from "./mine-steps.ts";
import { post } from "./patient-stage.ts";
import { coordinatorAt, signIn } from "./sign-in.ts";
import { nameOf } from "./staffed-course.ts";
import { noChromium, skipNote } from "./stage.ts";
import { textOf } from "./steps.ts";

const PHONE: View = { width: 360, scheme: "light" };
/** The parent of each child. */
const PARENTS = { twelve: "relative-000000000", sixteen: "relative-000000002" } as const;
const MINUTE_MS = 60_000;
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

  async function tellGuardians(child: Child, view: "released" | "withheld"): Promise<void> {
    const { ask } = await signIn(stage.url, `practitioner-${child.unitId}`);
    const told = { view, reason: "Barnet vil det selv." };
    await post(ask, `/api/courses/${child.courseId}/guardian-view`, told);
  }

  /** A parent is registered for the child, and a therapist has the task to treat it. */
  async function setFamily(child: Child, personId: string): Promise<void> {
    const { ask } = await signIn(stage.url, coordinatorAt(child.unitId));
    const personName = await nameOf((await signIn(stage.url, personId)).ask);
    const guardian = { actsAs: "guardian", personId, personName, atChildsAddress: true };
    const told = { ...guardian, purpose: "Foreldreansvar", until: FAR_DAY };
    await post(ask, `/api/patients/${child.patientId}/representations`, told);
    const therapist = { personId: `practitioner-${child.unitId}`, personName: "Berit Behandler" };
    const task = { ...therapist, role: "practitioner", unitId: child.unitId };
    await post(ask, `/api/courses/${child.courseId}/assignments`, task, 0);
  }

  async function theEve({ on, twelve, sixteen }: Birthday) {
    stage.setClock(new Date(midnight(on).getTime() - 4 * MINUTE_MS));
    await setFamily(twelve, PARENTS.twelve);
    await setFamily(sixteen, PARENTS.sixteen);
    await tellGuardians(sixteen, "released");
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

  it.each(WAYS)("change what parent and child see, from midnight in Norway, by %s", async (way) => {
    const birthday = stage.birthdays[way];
    const { on, twelve, sixteen } = birthday;
    const parents = await theEve(birthday);
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
    await tellGuardians(twelve, "released");
    await seesAgain(parents.twelve, handsOf(parents.twelve.page, way), twelve);
    await tellGuardians(twelve, "withheld");
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
  });
});
