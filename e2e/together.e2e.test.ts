// Proves that two who work on one course do not undo each other, and that a lost answer saves nothing twice.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordOf, registerElsewhere } from "./made-courses.ts";
import { noChromium, type Stage, setStage, skipNote } from "./stage.ts";
import { fillEvent, openCourse, textOf } from "./steps.ts";

/** What the console says of a registration that came too late, and nothing else. */
const CONFLICT: unknown = expect.stringMatching(/ status of 409 \(Conflict\) \(.*\/records\)$/);
const COLLEAGUE = /En kollega har registrert i dette forløpet i mellomtiden/;

function courseIdOf(page: Page): string {
  return decodeURIComponent(new URL(page.url()).pathname.split("/").at(-1) ?? "");
}

describe.skipIf(noChromium)(`two at one course${skipNote}`, () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage(50);
  });

  afterAll(async () => {
    await stage?.close();
  });

  it("whoever is last sees what the other has registered, keeps what was filled in, and saves it on top", async () => {
    const { page, context, troubles } = await stage.open();
    await openCourse(page, stage.made.unitName, "e2e-five-left");
    const line = page.getByRole("region", { name: "Registrer hendelse" });
    const timeline = page.getByRole("region", { name: "Tidslinje" });
    const save = line.getByRole("button", { name: "Registrer", exact: true });
    await fillEvent(page, "Klinisk beslutning", "Behandling i TSB");
    const outcome = line.getByRole("combobox", { name: "Hendelse" });
    const chosen = await outcome.inputValue();

    const { asOf } = stage.made;
    const theirs = { event: "activity-performed", occurredOn: asOf };
    await registerElsewhere(stage.ask, courseIdOf(page), theirs);
    await save.click();
    await line.getByRole("alert").getByText(COLLEAGUE).waitFor();
    expect(await textOf(timeline)).toContain("Utført aktivitet");
    expect(await textOf(timeline)).not.toContain("Klinisk beslutning");
    expect(await outcome.inputValue()).toBe(chosen);

    await save.click();
    await line.getByText(/^Lagret: klinisk beslutning/).waitFor();
    await timeline.getByText("Klinisk beslutning: Behandling i TSB").waitFor();
    expect(await line.getByRole("alert").count()).toBe(0);
    expect(troubles).toEqual([CONFLICT]);
    await context.close();
  });

  it("a correction of what the other has just taken away stays open and says so", async () => {
    const { page, context, troubles } = await stage.open();
    await openCourse(page, stage.made.unitName, "e2e-six-left");
    const timeline = page.getByRole("region", { name: "Tidslinje" });
    await timeline.getByRole("button", { name: /^Rett Første fremmøte/ }).click();
    await timeline.getByLabel("Dato").fill(stage.made.dayFrom(-3));
    const voids = await recordOf(stage.ask, courseIdOf(page), "first-attendance");
    await registerElsewhere(stage.ask, courseIdOf(page), { voids });
    await timeline.getByRole("button", { name: "Lagre rettelsen" }).click();
    await timeline.getByRole("alert").getByText(COLLEAGUE).waitFor();
    await timeline.getByRole("deletion").filter({ hasText: "Første fremmøte" }).waitFor();
    expect(await timeline.getByLabel("Dato").inputValue()).toBe(stage.made.dayFrom(-3));
    await timeline.getByRole("button", { name: "Avbryt" }).click();
    expect(await timeline.getByRole("button", { name: /^Rett Første fremmøte/ }).count()).toBe(0);
    expect(troubles).toContainEqual(CONFLICT);
    await context.close();
  });

  it("a registration whose answer is lost on the way is asked for again, and is there once", async () => {
    const { page, context } = await stage.open();
    await openCourse(page, stage.made.unitName, "e2e-legal");
    const keys: (string | undefined)[] = [];
    await page.route("**/records", async (route) => {
      keys.push(route.request().headers()["idempotency-key"]);
      if (keys.length > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await fillEvent(page, "Første fremmøte");
    const line = page.getByRole("region", { name: "Registrer hendelse" });
    await line.getByRole("button", { name: "Registrer", exact: true }).click();
    await line.getByText(/^Lagret: første fremmøte/).waitFor();
    expect(keys).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), keys[0]]);
    const theirs = page.getByRole("button", { name: /^Rett Første fremmøte/ });
    expect(await theirs.count()).toBe(1);
    await context.close();
  });
});
