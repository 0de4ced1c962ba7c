// Receipts: written in answer to messages, read again, held against the schema.
import { expect, test } from "vitest";
import { readReferral } from "../referral/read-referral.ts";
import {
  EXAMPLES,
  HAS_EXAMPLES,
  HAS_SCHEMAS,
  sample,
  validateWritten,
  WITHOUT_EXAMPLES,
  WITHOUT_SCHEMAS,
} from "../testing/national-schemas.ts";
import { CLINIC, SURGERY } from "../testing/sample-parties.ts";
import {
  type AnsweredMessage,
  answeredMessage,
  RECEIPT_ERRORS,
  type Receipt,
  receiptError,
  receiptErrors,
  receiptFor,
} from "./receipt.ts";
import { readReceipt, writeReceipt } from "./receipt-shape.ts";

const STAMP = {
  id: "0f9d5c1e-7e0d-4c55-9d0a-111111111111",
  generatedAt: "2026-03-02T10:15:30+01:00",
  softwareName: "Rettvei",
};

const MESSAGE: AnsweredMessage = {
  messageId: "6f0d0a52-0c1e-4a53-8f0e-3a4b53b1c001",
  type: { value: "HENVISNING_NYTILSTAND", display: "Henvisning ny tilstand" },
  generatedAt: "2026-03-02T10:15:00+01:00",
  sender: SURGERY,
  receiver: CLINIC,
};

function xmlOf(receipt: Receipt): string {
  const written = writeReceipt(receipt);
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  return written.xml;
}

function read(xml: string): Receipt {
  const result = readReceipt(Buffer.from(xml));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const REJECTED = receiptFor(MESSAGE, [receiptError("E35"), receiptError("X99", "Ring oss")], STAMP);

test("an OK goes from whom the message was to, to whom it came from", () => {
  const receipt = read(xmlOf(receiptFor(MESSAGE, [], STAMP)));
  expect(receipt).toMatchObject({ answer: "ok", errors: [], softwareName: "Rettvei" });
  expect(receipt.sender.organisation?.parts[0]?.idents[0]?.id).toBe("9900210");
  expect(receipt.receiver.organisation?.idents[0]?.id).toBe("9900101");
  expect(receipt.original).toEqual({
    type: MESSAGE.type,
    issuedAt: MESSAGE.generatedAt,
    messageId: MESSAGE.messageId,
  });
});

test("a rejection says why, by code and in words", () => {
  expect(read(xmlOf(REJECTED)).errors).toEqual([
    { value: "E35", system: "2.16.578.1.12.4.1.1.8221", display: RECEIPT_ERRORS.E35 },
    { value: "X99", system: "2.16.578.1.12.4.1.1.8221", display: "Annen feil", text: "Ring oss" },
  ]);
});

test("the problems of a refused message become errors with line, column and path", () => {
  const broken = new TextDecoder()
    .decode(sample("henvisning-2.0-ny.xml"))
    .replace("<ReqServ>", "<Odd/><ReqServ>");
  const refused = readReferral(Buffer.from(broken));
  if (refused.ok) throw new Error("it was read");
  const [error] = receiptErrors(refused.problems);
  expect(error).toMatchObject({ value: "T02", display: "XML validerer ikke" });
  expect(error?.text).toMatch(/^\d+:\d+: \/MsgHead\/.*\/Odd: expected one of .*ReqServ/);
});

test("a refused message is answered to whom it came from", () => {
  for (const name of ["henvisning-2.0-ny.xml", "henvisning-1.1-ny.xml"]) {
    const broken = new TextDecoder().decode(sample(name)).replace("<ReqServ>", "<Odd/><ReqServ>");
    const refused = readReferral(Buffer.from(broken));
    const message = answeredMessage(refused, STAMP.generatedAt);
    if (refused.ok || message === undefined) throw new Error(`${name}: nobody to answer`);
    const receipt = read(xmlOf(receiptFor(message, receiptErrors(refused.problems), STAMP)));
    expect(receipt.answer).toBe("rejected");
    expect(receipt.receiver.organisation?.name).toBe("Lykkebo legekontor");
    expect(receipt.original.messageId).toBe(refused.about.messageId);
  }
});

test("a message of which nothing could be read has nobody to answer", () => {
  expect(answeredMessage(readReferral(Buffer.from("<a/>")), STAMP.generatedAt)).toBeUndefined();
});

test.each<[Buffer, string]>([
  [Buffer.from("no XML"), "T01"],
  [Buffer.from("<!DOCTYPE a><a/>"), "T01"],
  [Buffer.from("<a/>", "utf16le"), "T01"],
  [Buffer.from("<a/>"), "T10"],
])("what is no referral at all is answered by its kind", (bytes, code) => {
  const refused = readReferral(bytes);
  expect(refused.ok ? [] : receiptErrors(refused.problems)).toMatchObject([{ value: code }]);
});

test("an OK with errors, and a rejection without, are not written", () => {
  expect(writeReceipt({ ...REJECTED, answer: "ok" }).ok).toBe(false);
  expect(writeReceipt({ ...REJECTED, errors: [] }).ok).toBe(false);
});

test("a receipt to a 1.0 message that told the date only has a whole moment", () => {
  const receipt = receiptFor({ ...MESSAGE, generatedAt: "2026-02-03" }, [], STAMP);
  expect(read(xmlOf(receipt)).original.issuedAt).toBe("2026-02-03T00:00:00");
});

test.each([
  ['<Status V="9"/>', "bad-value"],
  ["<Odd/>", "unexpected-element"],
])("a receipt with %s in place of its status is refused", (status, code) => {
  const result = readReceipt(Buffer.from(xmlOf(REJECTED).replace(/<Status[^>]*>/, status)));
  expect(result.ok ? [] : result.problems.map((problem) => problem.code)).toContain(code);
});

test.skipIf(!HAS_SCHEMAS)(`every answer is valid${WITHOUT_SCHEMAS}`, async () => {
  const answers = [
    receiptFor(MESSAGE, [], STAMP),
    REJECTED,
    { ...REJECTED, answer: "ok-with-errors" as const },
  ];
  for (const receipt of answers)
    expect((await validateWritten(xmlOf(receipt))).problems).toEqual([]);
});

test.skipIf(!HAS_EXAMPLES)(`the published receipt is read${WITHOUT_EXAMPLES}`, () => {
  const example = EXAMPLES.find(({ name }) => name.endsWith("apprec-eksempel.xml"));
  const receipt = read(new TextDecoder().decode(example?.bytes));
  expect(receipt.answer).toBe("ok-with-errors");
  expect(receipt.errors).toHaveLength(5);
  expect(receipt.errors[1]).toMatchObject({ value: "1239", text: "2" });
  expect(receipt.original.type.value).toBe("PROM");
});
