// Proves login as people meet it: sent to log in and back, one role at a time, and nothing left on screen afterwards.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./accessibility.ts";
import { openPage, type Watched } from "./browser.ts";
import { noChromium, type Stage, setStage, skipNote } from "./stage.ts";
import { fillEvent, openCourse, patient } from "./steps.ts";

const VIEW = { width: 1280, scheme: "light" } as const;

describe.skipIf(noChromium)(`somebody${skipNote}`, () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage(50);
  });

  afterAll(async () => {
    await stage?.close();
  });

  /** A browser that nobody has logged in with. */
  const stranger = (): Promise<Watched> => openPage(stage.browser, stage.url(), VIEW, []);

  async function choose(page: Page, title: string): Promise<void> {
    await page.getByRole("heading", { level: 1, name: "Testinnlogging" }).waitFor();
    await page.getByRole("combobox", { name: "Enhet" }).selectOption(stage.made.unitId);
    await page.getByRole("button", { name: "Vis personene ved enheten" }).click();
    await page.getByRole("button", { name: title }).click();
  }

  const whoIsIn = (page: Page) => page.getByRole("region", { name: "Innlogget" });

  it("is sent to log in, by keyboard alone if they like, and comes back to the page they wanted", async () => {
    const { page, context } = await stranger();
    await page.goto(`/units/${stage.made.unitId}?group=undated`);
    await page.getByRole("heading", { level: 1, name: "Testinnlogging" }).waitFor();
    expect(await violations(page)).toEqual([]);
    const unit = page.getByRole("combobox", { name: "Enhet" });
    await unit.selectOption(stage.made.unitId);
    await unit.press("Tab");
    await page.keyboard.press("Enter");
    const persona = page.getByRole("button", { name: /^Forløpskoordinator/ });
    await persona.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: stage.made.unitName }).waitFor();
    expect(page.url()).toBe(`${stage.url()}/units/${stage.made.unitId}?group=undated`);
    await whoIsIn(page).getByText(`Forløpskoordinator · ${stage.made.unitName}`).waitFor();
    await context.close();
  });

  it("holds no token that a script could find", async () => {
    const { page, context } = await stranger();
    await page.goto("/units");
    await choose(page, "Forløpskoordinator");
    const seen: string[] = [];
    page.on("response", async (response) => {
      seen.push(response.url(), await response.text().catch(() => ""));
    });
    await openCourse(page, stage.made.unitName, "e2e-legal");
    const kept = await page.evaluate(() =>
      [document.cookie, document.documentElement.outerHTML]
        .concat(Object.values({ ...localStorage }), Object.values({ ...sessionStorage }))
        .join("\n"),
    );
    expect(seen.length).toBeGreaterThan(5);
    expect(`${kept}\n${seen.join("\n")}`).not.toMatch(/eyJ[\w-]{10,}\.[\w-]{10,}/);
    expect(await page.evaluate(() => document.cookie)).toBe("");
    await context.close();
  });

  it("sees only the units of their role", async () => {
    const { page, context } = await stage.open();
    await page.goto("/units");
    await page.getByRole("link", { name: stage.made.unitName, exact: true }).waitFor();
    expect(await page.getByText("1 enhet", { exact: true }).count()).toBeGreaterThan(0);
    await context.close();
  });

  it("leaves nothing behind: after logging out neither going back nor the old cookie shows anything", async () => {
    const { page, context } = await stranger();
    await page.goto("/units");
    await choose(page, "Forløpskoordinator");
    await openCourse(page, stage.made.unitName, "e2e-legal");
    const cookies = await context.cookies(stage.url());
    await whoIsIn(page).getByRole("button", { name: "Logg ut" }).click();
    await page.getByRole("heading", { level: 1, name: "Testinnlogging" }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "Testinnlogging" }).waitFor();
    expect(await page.getByText(patient("e2e-legal")).count()).toBe(0);
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const { status } = await fetch(`${stage.url()}/api/units`, { headers: { cookie } });
    expect(status).toBe(401);
    await context.close();
  });

  it("with several roles chooses one, and sees in which they are", async () => {
    const { page, context } = await stranger();
    await page.goto("/");
    await choose(page, "Koordinator og behandler");
    await page.getByRole("heading", { level: 1, name: "Velg rolle" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: /^Behandler/ }).click();
    await whoIsIn(page).getByText(`Behandler · ${stage.made.unitName}`).waitFor();
    await whoIsIn(page).getByRole("button", { name: "Bytt rolle" }).click();
    await page.getByRole("button", { name: /^Forløpskoordinator/ }).click();
    await whoIsIn(page).getByText(`Forløpskoordinator · ${stage.made.unitName}`).waitFor();
    await context.close();
  });

  it("who is logged out while working sees nothing more, and finds what they had filled in after logging in again", async () => {
    const { page, context } = await stranger();
    await page.goto("/units");
    await choose(page, "Forløpskoordinator");
    await openCourse(page, stage.made.unitName, "e2e-over");
    await fillEvent(page, "Klinisk beslutning", "Behandling i TSB");
    const outcome = page.getByRole("combobox", { name: "Hendelse" });
    const chosen = await outcome.inputValue();
    // The test login is at the same host, so its cookies are there too.
    const session = (await context.cookies(stage.url())).find(({ name }) =>
      /^rettvei-\d+$/.test(name),
    );
    const cookie = `${session?.name}=${session?.value}`;
    const headers = { cookie, origin: stage.url() };
    expect((await fetch(`${stage.url()}/logout`, { method: "POST", headers })).status).toBe(204);
    const register = page.getByRole("button", { name: "Registrer", exact: true });
    const over = page.getByRole("heading", { level: 1, name: "Du er logget ut." });
    // The preview of what was filled in may be refused first; then there is nothing left to press.
    await register.or(over).first().waitFor();
    await register.click({ timeout: 2_000 }).catch(() => undefined);
    await over.waitFor();
    // What was refused says so in its own place too, until the page as a whole is put away.
    await page.getByText(patient("e2e-over")).first().waitFor({ state: "hidden" });
    expect(await violations(page)).toEqual([]);

    const [again] = await Promise.all([
      context.waitForEvent("page"),
      page.getByRole("link", { name: "Logg inn (nytt vindu)" }).click(),
    ]);
    await choose(again, "Forløpskoordinator");
    await whoIsIn(again).getByText("Forløpskoordinator").waitFor();
    await again.close();
    await page.bringToFront();
    await page.getByRole("button", { name: "Prøv igjen" }).first().click();
    await outcome.waitFor();
    expect(await outcome.inputValue()).toBe(chosen);
    await page.getByRole("button", { name: "Registrer", exact: true }).click();
    await page.getByText(/^Lagret: klinisk beslutning/).waitFor();
    await context.close();
  });
});
