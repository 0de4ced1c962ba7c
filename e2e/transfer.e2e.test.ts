// Proves a transfer between trusts, by mouse and by keyboard alone: offered, taken over, and both clocks in sight.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./accessibility.ts";
import { handsOf, WAYS } from "./hands.ts";
import { visit } from "./people.ts";
import { type Ask, coordinatorAt } from "./sign-in.ts";
import { beginCourse, goToTab, jsonOf, REFERRED } from "./staffed-course.ts";
import { noChromium, type Stage, setStage, skipNote } from "./stage.ts";
import { patient, textOf, words } from "./steps.ts";

interface Unit {
  readonly unitId: string;
  readonly name: string;
  readonly hfName: string | null;
}

async function unitElsewhere(stage: Stage): Promise<Unit> {
  const { units } = await jsonOf<{ units: readonly Unit[] }>(await stage.ask("/api/units"));
  const here = units.find(({ unitId }) => unitId === stage.made.unitId)?.hfName;
  const found = units.find(({ hfName }) => hfName !== null && hfName !== here);
  if (found === undefined) throw new Error("units: expected one of another trust");
  return found;
}

interface WorkList {
  readonly rows: readonly {
    readonly courseId: string;
    readonly patient: { readonly patientId: string };
  }[];
}

/** The patient's course at the unit, in either group of its work list. */
async function courseOf(ask: Ask, unitId: string, patientId: string): Promise<string> {
  for (const group of ["dated", "undated"]) {
    const path = `/api/units/${unitId}/work-list?group=${group}&limit=200`;
    const { rows } = await jsonOf<WorkList>(await ask(path));
    const found = rows.find(({ patient: { patientId: of } }) => of === patientId);
    if (found !== undefined) return found.courseId;
  }
  throw new Error("work list: expected the course that was taken over");
}

describe.skipIf(noChromium)(`a transfer between trusts${skipNote}`, () => {
  let stage: Stage;
  let receiver: Unit;

  beforeAll(async () => {
    stage = await setStage(50);
    receiver = await unitElsewhere(stage);
  });

  afterAll(async () => {
    await stage?.close();
  });

  it.each(
    WAYS,
  )("stays here until it is taken over, and then each trust has its own clock, by %s", async (way) => {
    const { unitId, asOf } = stage.made;
    const patientId = `e2e-transfer-${way}`;
    const course = { patientId, pathway: "tsb", unitId, records: REFERRED };
    const courseId = await beginCourse(stage.ask, course);
    const sender = await stage.open();
    const hands = handsOf(sender.page, way);
    await sender.page.goto(`/courses/${courseId}`);
    await goToTab(sender.page, hands, "Overføring");
    const offer = sender.page.getByRole("region", { name: "Tilby forløpet til en annen enhet" });
    const label = `${receiver.name}, ${receiver.hfName}`;
    await hands.choose(offer.getByRole("combobox", { name: "Til enhet" }), label);
    await hands.write(offer.getByRole("textbox", { name: "Hvorfor" }), "Flytter.");
    await hands.press(offer.getByRole("button", { name: "Tilby overføring" }));
    const list = sender.page.getByRole("region", { name: "Overføringer av forløpet" });
    await list.getByText(/venter på svar/).waitFor();
    await list.getByText("Ansvaret er vårt til de svarer.").waitFor();
    expect(await violations(sender.page)).toEqual([]);

    const other = await visit(stage.browser, stage.url(), coordinatorAt(receiver.unitId));
    const theirs = handsOf(other.page, way);
    await other.page.goto("/");
    await theirs.press(other.page.getByRole("link", { name: "Overføringer", exact: true }));
    const here = other.page.getByRole("region", { name: "Tilbudt oss, venter på svar" });
    const card = here.getByRole("article", { name: patient(patientId) });
    await card.getByText("Flytter.").waitFor();
    await theirs.press(card.getByRole("button", { name: "Ta imot" }));
    await card.waitFor({ state: "detached" });
    expect(await violations(other.page)).toEqual([]);

    await sender.page.reload();
    await list.getByText(/tatt imot/).waitFor();
    const clocks = sender.page.getByRole("region", { name: "Klokkene" });
    expect(await textOf(clocks)).toContain(words("2024-11-01"));
    await other.page.goto(`/courses/${await courseOf(other.ask, receiver.unitId, patientId)}`);
    await goToTab(other.page, theirs, "Overføring");
    const own = other.page.getByRole("region", { name: "Klokkene" });
    expect(await textOf(own)).toContain("pågår");
    expect(await textOf(own)).toContain(words(asOf));
    expect([...sender.troubles, ...other.troubles]).toEqual([]);
    await sender.context.close();
    await other.context.close();
  });
});
