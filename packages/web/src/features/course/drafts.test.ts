// Proves what stays in the form when what was sent from it is saved.
import { expect, it } from "vitest";
import { newDraft } from "./draft.ts";
import { newLine, unsent } from "./drafts.ts";

const of = (event: string) => newLine({ ...newDraft("2026-03-03"), event });

it("keeps nothing of what was saved as it stands, nor a line that says nothing", () => {
  const sent = [of("evaluation"), of("closure")];
  expect(unsent([...sent, of("")], sent)).toEqual([]);
});

it("keeps a line that was added while the others were saved", () => {
  const [sent, added] = [of("evaluation"), of("closure")];
  expect(unsent([sent, added], [sent])).toEqual([added]);
});

it("keeps a line that was changed while it was saved, as another registration", () => {
  const sent = of("evaluation");
  const changed = { ...sent, draft: { ...sent.draft, occurredOn: "2026-03-04" } };
  const [kept] = unsent([changed], [sent]);
  expect(kept?.draft).toEqual(changed.draft);
  expect(kept?.recordId).not.toBe(sent.recordId);
});
