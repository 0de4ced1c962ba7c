// Where a message stands, by what was told of it in whatever order.
import type { CalendarDate } from "@rettvei/engine";
import { expect, test } from "vitest";
import type { Fact } from "../facts/fact.ts";
import { MESSAGE, messageState } from "./message-matter.ts";

let seq = 0;

function told(kind: string, body: object = {}): Fact {
  seq += 1;
  return {
    seq,
    factId: `f${seq}`,
    kind: `message-${kind}`,
    matterId: "m1",
    patientId: "p1",
    courseId: null,
    unitId: "u1",
    happenedOn: "2026-03-03" as CalendarDate,
    recordedAt: "2026-03-03T10:00:00.000Z",
    recordedBy: "service",
    recordedAs: "service",
    body,
  };
}

const written = told("written", { dueOn: "2026-03-05", personId: null });
const sent = told("sent", { attempt: 1 });
const receipt = (says: string): Fact => told("receipt", { receiptId: "r", says, reasons: [] });
const failed = (personId: string | null): Fact =>
  told("failed", { why: "no-answer", detail: "", personId });

test.each([
  ["written", []],
  ["written", [told("waiting", { why: "no-address" })]],
  ["written", [told("not-taken", { attempt: 1, of: 10, why: "x" })]],
  ["sent", [sent]],
  ["delivered", [sent, receipt("delivered")]],
  ["delivered", [receipt("delivered"), sent]],
  ["read", [sent, receipt("read"), receipt("delivered")]],
  ["failed", [sent, receipt("refused")]],
  ["failed", [sent, receipt("delivered"), receipt("refused")]],
  ["delivered", [sent, receipt("refused"), receipt("delivered")]],
  ["delivered", [failed(null), receipt("delivered")]],
  ["delivered", [sent, receipt("delivered"), failed(null)]],
  ["written", [failed(null), told("tried-again")]],
  ["given-up", [failed(null), told("given-up", { reason: "not-needed", note: null })]],
  ["given-up", [told("given-up", { reason: "not-needed", note: null }), receipt("refused")]],
] as const)("is %s (%#)", (state, facts) => {
  expect(messageState([written, ...facts])).toBe(state);
});

test("what is not known to have arrived is open, with its unit and a due date", () => {
  for (const facts of [[], [sent], [failed(null)], [receipt("refused")]]) {
    const standing = MESSAGE.standing([written, ...facts]);
    expect(standing).toMatchObject({ open: true, unitId: "u1", dueOn: "2026-03-05" });
  }
  expect(MESSAGE.standing([written, sent, receipt("delivered")]).open).toBe(false);
});

test("whoever has taken it over has it, else whom its failure named", () => {
  expect(MESSAGE.standing([written, failed("kari")]).personId).toBe("kari");
  const taken = told("taken-over", { personId: "ola" });
  expect(MESSAGE.standing([written, failed("kari"), taken]).personId).toBe("ola");
});
