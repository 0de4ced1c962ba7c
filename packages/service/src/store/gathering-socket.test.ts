// Proves that what is written in one turn waits for its end, on a socket that is connected.
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { gatheringSocket } from "./gathering-socket.ts";

describe("a gathering socket", () => {
  it("keeps single writes until the turn ends, then sends them in order", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const socket = gatheringSocket().connect((server.address() as AddressInfo).port, "127.0.0.1");
    const [[other]] = await Promise.all([once(server, "connection"), once(socket, "connect")]);
    socket.write("one, ");
    socket.write("two, ");
    socket.cork();
    socket.write("three");
    socket.uncork();
    expect(socket.writableLength).toBe("one, two, three".length);
    const [received] = await once(other, "data");
    expect(String(received)).toBe("one, two, three");
    socket.destroy();
    server.close();
  });
});
