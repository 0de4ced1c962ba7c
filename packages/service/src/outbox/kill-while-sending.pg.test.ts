// Proves that a service killed while a message is on its way sends it again under the same id, and tells of it once.
import { describe, expect, it } from "vitest";
import { dataFolder } from "../testing/data-folder.ts";
import { closePostBoxes, postBox } from "../testing/post-box.ts";
import { endPrograms, program, stop } from "../testing/program.ts";

endPrograms();
closePostBoxes();

/** Has the address told and messages written before the service begins, in the process that is to be killed. */
function writing(url: string, count: number): string {
  return `
    const service = new URL("./", "file://" + process.argv[1]);
    const { writeMessage } = await import(new URL("outbox/write-message.js", service));
    const { tellAddress } = await import(new URL("outbox/addresses/tell-address.js", service));
    const { inTransaction } = await import(new URL("store/transaction.js", service));
    const teller = { actorId: "tester", kind: "person", name: "Testine", role: "coordinator", organisation: "TESTHF",
      unitIds: ["u1"], hpr: null, patientId: null };
    const address = { partyId: "gp", name: "Legekontoret", url: ${JSON.stringify(url)}, numbers: [], unitId: null, closed: false };
    const message = { purpose: "plan-feedback", channel: "letter", to: { kind: "gp", address: "gp", name: "Legekontoret" },
      patientId: null, courseId: null, unitId: "u1", dueOn: "2030-01-02",
      content: { form: "letter", title: "Svar", text: "Hei.", language: "nb" } };
    globalThis.prepareProgram = (store) => inTransaction(store.database.pool, async (client) => {
      await tellAddress({ store, client, actor: teller }, address);
      for (let n = 0; n < ${count}; n++) await writeMessage({ store, client, actor: teller }, message);
    });`;
}

async function listed(url: string) {
  const answer = await fetch(`${url}api/units/u1/messages`);
  return (await answer.json()) as { messages: { messageId: string; state: string }[] };
}

describe("a kill while messages are on their way", () => {
  it("sends each again under its id, and leaves none behind", async () => {
    const box = await postBox();
    const dataDir = await dataFolder();
    let killed: Promise<void> | undefined;
    const first = program(dataDir, writing(box.url, 5));
    box.before(async () => {
      killed ??= first.then((running) => stop(running, "SIGKILL"));
      await killed;
    });
    await first;
    await expect.poll(() => box.taken.length, { timeout: 60_000 }).toBeGreaterThan(0);
    await killed;
    const before = new Set(box.taken.map(({ messageId }) => messageId));
    expect(before.size).toBeGreaterThan(0);

    const second = await program(dataDir);
    await expect
      .poll(async () => (await listed(second.said)).messages.map(({ state }) => state), {
        timeout: 60_000,
      })
      .toEqual(Array.from({ length: 5 }, () => "sent"));
    const all = box.taken.map(({ messageId }) => messageId);
    expect(new Set(all).size).toBe(5);
    for (const id of before) expect(all.filter((one) => one === id).length).toBeGreaterThan(1);
    await stop(second, "SIGTERM");
  });
});
