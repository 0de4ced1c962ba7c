// Proves the way of a TSB patient from detox to treatment, by mouse and by keyboard alone: the days between are held
// against the recommended time before anything happens.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./accessibility.ts";
import { handsOf, WAYS } from "./hands.ts";
import { visit } from "./people.ts";
import {
  beginCourse,
  giveToPractitioner,
  goToTab,
  jsonOf,
  nameOf,
  REFERRED,
} from "./staffed-course.ts";
import { noChromium, type Stage, setStage, skipNote } from "./stage.ts";
import { textOf } from "./steps.ts";

interface Proposals {
  readonly proposals: readonly { readonly event: string }[];
}

describe.skipIf(noChromium)(`from detox to treatment${skipNote}`, () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage(50);
  });

  afterAll(async () => {
    await stage?.close();
  });

  it.each(
    WAYS,
  )("a gap is seen before it happens and closed, and both registrations are proposed, by %s", async (way) => {
    const { unitId, asOf, dayFrom } = stage.made;
    const attended = { event: "first-attendance", occurredOn: dayFrom(-5), careLevel: "dogn" };
    const records = [...REFERRED, attended];
    const patientId = `e2e-detox-${way}`;
    const courseId = await beginCourse(stage.ask, { patientId, pathway: "tsb", unitId, records });
    const therapist = await visit(stage.browser, stage.url(), `practitioner-${unitId}`);
    const unit = await stage.open();
    await unit.page.goto(`/courses/${courseId}`);
    const name = await nameOf(therapist.ask);
    await giveToPractitioner(unit.page, handsOf(unit.page, way), name);

    const { page } = therapist;
    const hands = handsOf(page, way);
    await page.goto(`/courses/${courseId}`);
    await goToTab(page, hands, "Avrusning");
    const plan = page.getByRole("region", { name: /^Planlegg slutt på avrusning/ });
    await hands.date(plan.getByLabel("Avrusningen slutter"), asOf);
    await hands.date(plan.getByLabel(/^Behandlingen starter/), dayFrom(1));
    await hands.choose(plan.getByRole("combobox", { name: /^Omsorgsnivå/ }), "Døgn");
    await hands.press(plan.getByRole("button", { name: "Lagre planen" }));
    const detox = page.getByRole("region", { name: "Avrusning", exact: true });
    await detox.getByText("Over anbefalt tid").waitFor();
    expect(await textOf(detox)).toContain("1 dag mellom");
    expect(await textOf(detox)).not.toMatch(/frist|brudd/i);

    await hands.press(detox.getByText("Legg om planen"));
    await hands.date(detox.getByLabel(/^Behandlingen starter/), asOf);
    await hands.press(detox.getByRole("button", { name: "Lagre planen" }));
    await detox.getByText("Innen anbefalt tid").waitFor();
    expect(await violations(page)).toEqual([]);
    await hands.press(detox.getByRole("button", { name: "Avrusningen er avsluttet" }));
    await hands.press(detox.getByRole("button", { name: "Behandlingen har startet" }));
    await detox.getByRole("heading", { name: "Fulgt av behandling" }).waitFor();
    const answer = await therapist.ask(`/api/courses/${courseId}/proposals`);
    const { proposals } = await jsonOf<Proposals>(answer);
    const events = proposals.map(({ event }) => event);
    expect(events.sort()).toEqual(["detox-end", "treatment-start"]);
    expect([...therapist.troubles, ...unit.troubles]).toEqual([]);
    await therapist.context.close();
    await unit.context.close();
  });
});
