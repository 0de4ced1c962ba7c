// A discharge summary that left the house is proposed as a registration: once, on the day it left.
import { addDays } from "@rettvei/engine";
import { expect, it } from "vitest";
import { sendMessage } from "../../outbox/sending/send-message.ts";
import { writeMessage } from "../../outbox/write-message.ts";
import { today } from "../../store/store.ts";
import { inTransaction } from "../../store/transaction.ts";
import { closePostBoxes, postBox } from "../../testing/post-box.ts";
import { seededApi } from "../../testing/seeded-api.ts";
import { ACTOR_HEADER, COORDINATOR } from "../../testing/test-app.ts";
import { closeStores } from "../../testing/test-store.ts";

closeStores("after each");
closePostBoxes();

const OPERATOR = {
  [ACTOR_HEADER]: JSON.stringify({ ...COORDINATOR, role: "operator", unitIds: [] }),
};

it("the first summary that is sent gives the registration, those after it none", async () => {
  const { store, api } = await seededApi();
  const box = await postBox();
  const entry = { name: "Lykkebo", url: box.url, unitId: null, closed: false };
  const numbers = (number: string) => [{ kind: "HER", number }];
  const gp = { ...entry, partyId: "9900101", numbers: numbers("9900101") };
  const unit = { ...entry, partyId: "u1", url: null, numbers: numbers("9900210"), unitId: "u1" };
  for (const told of [gp, unit]) {
    expect((await api.post("/api/addresses", told, OPERATOR)).status).toBe(201);
  }
  const write = () =>
    inTransaction(store.database.pool, (client) =>
      writeMessage(
        { store, client, actor: COORDINATOR },
        {
          purpose: "discharge-summary",
          channel: "letter",
          to: { kind: "gp", address: "9900101", name: "Lykkebo" },
          patientId: "n00-p1",
          courseId: "n00-c1",
          unitId: "u1",
          dueOn: addDays(today(store), 3),
          content: { form: "letter", title: "Epikrise", text: "Har nytte.", language: "nb" },
        },
      ),
    );
  const send = ({ matterId: messageId }: { matterId: string }) =>
    sendMessage(store, { attempts: 1, timeoutMs: 30_000 }, { messageId, attempt: 1 });
  const proposed = async () => (await api.get("/api/courses/n00-c1/proposals")).body.proposals;
  const [first, second] = [await write(), await write()];
  expect(await proposed()).toEqual([]);
  await send(second);
  expect(box.taken).toHaveLength(1);
  expect(await proposed()).toMatchObject([
    { event: "discharge-summary-sent", on: "2024-03-20", state: "proposed" },
  ]);
  store.setToday("2024-03-21");
  await send(first);
  expect(box.taken).toHaveLength(2);
  expect(await proposed()).toHaveLength(1);
});
