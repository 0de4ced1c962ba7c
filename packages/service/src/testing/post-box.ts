// Knows a receiver that tests send to: it takes or refuses as a test says, and keeps what it was given.
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";

export interface Taken {
  readonly messageId: string;
  readonly contentType: string;
  readonly body: string;
}

export interface PostBox {
  readonly url: string;
  readonly taken: readonly Taken[];
  /** Status that it answers from now on; 0 hangs up instead. */
  answerWith(status: number): void;
  /** What is done before it answers. */
  before(work: () => Promise<void>): void;
}

const closing: (() => Promise<void>)[] = [];

/** Call at the top of a file: its post boxes are closed after each test. */
export function closePostBoxes(): void {
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

export async function postBox(): Promise<PostBox> {
  const taken: Taken[] = [];
  let status = 202;
  let work: () => Promise<void> = async () => undefined;
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const { "message-id": messageId, "content-type": contentType } = request.headers;
    taken.push({ messageId: String(messageId), contentType: String(contentType), body });
    await work();
    if (status === 0) request.socket.destroy();
    else response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    taken,
    answerWith: (next) => {
      status = next;
    },
    before: (next) => {
      work = next;
    },
  };
}
