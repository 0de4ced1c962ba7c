// Knows the incoming half of the battery against silent loss: referrals that come twice, too early, broken, or to nobody.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { TestApp } from "../test-app.ts";

const SAMPLE = readFileSync(
  new URL("../../../../messages/samples/henvisning-1.1-ny.xml", import.meta.url),
  "utf8",
);

/** What is wrong with a message that comes, or with how it comes. */
export type Mishap =
  | "none"
  | "twice"
  | "answer-lost"
  | "unknown-unit"
  | "closed-unit"
  | "unreadable"
  | "broken";

export interface Incoming {
  readonly messageId: string;
  readonly mishap: Mishap;
  /** Status and receipt of each time it was sent. */
  readonly answers: readonly { readonly status: number; readonly text: string }[];
}

function mishapOf(at: number): Mishap {
  switch (at % 20) {
    case 0:
      return "unknown-unit";
    case 1:
      return "closed-unit";
    case 2:
      return "unreadable";
    case 3:
      return "broken";
    case 4:
    case 5:
      return "twice";
    case 6:
    case 7:
      return "answer-lost";
    default:
      return "none";
  }
}

/** Number of the receiving unit in the sample. */
export const SAMPLE_UNIT = "9900220";

function xmlOf(messageId: string, mishap: Mishap): string {
  const own = SAMPLE.replace(/<MsgId>[^<]*/, `<MsgId>${messageId}`);
  switch (mishap) {
    case "unknown-unit":
      return own.replaceAll(SAMPLE_UNIT, "7777777");
    case "closed-unit":
      return own.replaceAll(SAMPLE_UNIT, "8888888");
    case "unreadable":
      return own.replace("<ServReq>", "<ServReq><Nothing/>");
    case "broken":
      return own.slice(0, -20);
    default:
      return own;
  }
}

const AT_ONCE = 4;

/** Sends them over HTTP, a few at a time; who gets no answer sends again, as a sender must. */
export async function sendIncoming({ app }: TestApp, count: number): Promise<readonly Incoming[]> {
  const sent: Incoming[] = [];
  const send = async (payload: string) => {
    const headers = { "content-type": "application/xml" };
    const { statusCode: status, body: text } = await app.inject({
      method: "POST",
      url: "/api/messages",
      headers,
      payload,
    });
    return { status, text };
  };
  const one = async (at: number): Promise<void> => {
    const mishap = mishapOf(at);
    const messageId = randomUUID();
    const xml = xmlOf(messageId, mishap);
    const answers =
      mishap === "twice"
        ? await Promise.all([send(xml), send(xml)])
        : mishap === "answer-lost"
          ? [await send(xml), await send(xml), await send(xml)]
          : [await send(xml)];
    sent.push({ messageId, mishap, answers });
  };
  let next = 0;
  const sender = async (): Promise<void> => {
    while (next < count) await one(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  return sent;
}
