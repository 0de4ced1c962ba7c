// Knows a receiver on this machine that takes messages, answers with real receipts, and does wrong what its seed says.
import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { FewAtOnce } from "./few-at-once.ts";
import type { MachineHeaders } from "./machine-login.ts";
import {
  type Mishaps,
  NO_MISHAPS,
  type Taking,
  type Telling,
  takingOf,
  tellingOf,
} from "./mishap.ts";
import { type MessageTaken, type ReceiptPosting, receiptPosting, type Says } from "./receipts.ts";

export interface CounterpartOptions {
  /** Address of the service that receipts are posted to, with a slash at its end; waited for where it is not known yet. */
  readonly serviceUrl: string | Promise<string>;
  readonly seed: number;
  readonly mishaps?: Mishaps;
  /** 0, or nothing, picks a free one. */
  readonly port?: number;
  /** What the service wants to know who posts a receipt to the address. */
  readonly headers?: MachineHeaders;
}

/** What the receiver knows of one message. */
export interface Known {
  /** How often it was handed over. */
  readonly times: number;
  /** It is kept, once, however often it came. */
  readonly kept: boolean;
  /** Receipts that the service took. */
  readonly told: readonly Says[];
}

export interface Counterpart {
  /** Where messages are posted to, with a slash at its end. */
  readonly url: string;
  /** By message id. */
  readonly known: ReadonlyMap<string, Known>;
  /** From now on it answers nobody. */
  goDown(): void;
  comeUp(): void;
  /** Waits until no receipt is on its way. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

interface ReceiptToTell {
  readonly says: Says;
  readonly times: number;
  /** For a message that nobody sent. */
  readonly stray: boolean;
  readonly late: boolean;
}

const OK: ReceiptToTell = { says: "delivered", times: 1, stray: false, late: false };
const RECEIPTS: Readonly<Record<Telling, readonly ReceiptToTell[]>> = {
  ok: [OK],
  "ok-twice": [{ ...OK, times: 2 }],
  "ok-late": [{ ...OK, late: true }],
  "read-first": [{ ...OK, says: "read" }, OK],
  rejected: [{ ...OK, says: "refused" }],
  stray: [{ ...OK, stray: true }, OK],
  nothing: [],
};

const REFUSALS: Readonly<Partial<Record<Taking, number>>> = { "too-busy": 503, refused: 422 };

const LATE_MS = 200;
const TRIES = 5;

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

class Receiver {
  readonly known = new Map<string, Known>();
  readonly #options: CounterpartOptions;
  readonly #queue = new FewAtOnce();
  down = false;
  /** It ends: what could not be told by now is not tried again. */
  ending = false;

  constructor(options: CounterpartOptions) {
    this.#options = options;
  }

  settled(): Promise<void> {
    return this.#queue.settled();
  }

  #note(messageId: string, change: (known: Known) => Partial<Known>): void {
    const known = this.known.get(messageId) ?? { times: 0, kept: false, told: [] };
    this.known.set(messageId, { ...known, ...change(known) });
  }

  async #post({ path, contentType, body, receiptId }: ReceiptPosting): Promise<boolean> {
    const { serviceUrl, headers } = this.#options;
    const url = (await serviceUrl) + path;
    for (let attempt = 0; attempt < TRIES && !(this.ending && attempt > 0); attempt++) {
      const own = await headers?.("POST", url).catch(() => undefined);
      const answer = await fetch(url, {
        method: "POST",
        headers: { ...own, "content-type": contentType, "idempotency-key": receiptId },
        body,
      }).catch(() => undefined);
      await answer?.body?.cancel();
      if (answer?.ok === true) return true;
      if (answer !== undefined && answer.status < 500) return false;
      await pause(LATE_MS * 2 ** attempt);
    }
    return false;
  }

  /** Posts a receipt as often as told, in its turn. */
  #tell(message: MessageTaken, says: Says, times = 1): void {
    const stamp = { receiptId: randomUUID(), at: new Date().toISOString() };
    const posting = receiptPosting(message, says, stamp);
    this.#queue.add(async () => {
      for (let time = 0; time < times; time++) {
        const told = await this.#post(posting);
        if (told && time === 0 && this.known.has(message.messageId))
          this.#note(message.messageId, (known) => ({ told: [...known.told, says] }));
      }
    });
  }

  #tellOf(message: MessageTaken): void {
    const { seed, mishaps = NO_MISHAPS } = this.#options;
    for (const { says, times, stray, late } of RECEIPTS[
      tellingOf(seed, mishaps, message.messageId)
    ]) {
      if (late) this.#queue.add(() => pause(LATE_MS));
      this.#tell(stray ? { ...message, messageId: randomUUID() } : message, says, times);
    }
  }

  /** Keeps a message the first time, and tells of it. */
  #keep(message: MessageTaken): void {
    const { messageId } = message;
    if (this.known.get(messageId)?.kept === true) return;
    this.#note(messageId, () => ({ kept: true }));
    this.#tellOf(message);
  }

  async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.down) {
      request.socket.destroy();
      return;
    }
    const { seed, mishaps = NO_MISHAPS } = this.#options;
    const body = await bodyOf(request);
    const { "message-id": id = "", "content-type": contentType = "" } = request.headers;
    const message = { messageId: String(id), contentType, body };
    const nth = this.known.get(message.messageId)?.times ?? 0;
    this.#note(message.messageId, ({ times }) => ({ times: times + 1 }));
    const taking = takingOf(seed, mishaps, message.messageId, nth);
    if (taking === "answer-lost") this.#keep(message);
    if (taking === "answer-lost" || taking === "no-answer") {
      request.socket.destroy();
      return;
    }
    const status = REFUSALS[taking];
    if (status !== undefined) {
      response.writeHead(status).end();
      return;
    }
    if (taking === "late") await pause(LATE_MS);
    this.#keep(message);
    response.writeHead(202).end();
  }
}

async function listening(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** Starts a receiver on this machine. */
export async function startCounterpart(options: CounterpartOptions): Promise<Counterpart> {
  const receiver = new Receiver(options);
  const server = createServer((request, response) => {
    receiver.take(request, response).catch(() => request.socket.destroy());
  });
  const port = await listening(server, options.port ?? 0);
  return {
    url: `http://127.0.0.1:${port}/`,
    known: receiver.known,
    goDown: () => {
      receiver.down = true;
    },
    comeUp: () => {
      receiver.down = false;
    },
    settled: () => receiver.settled(),
    close: async () => {
      receiver.ending = true;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await receiver.settled();
    },
  };
}
