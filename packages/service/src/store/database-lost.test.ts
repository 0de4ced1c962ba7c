// Proves that a database that is gone is told from a query that is wrong.
import { createServer } from "node:net";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { isDatabaseLost } from "./database-lost.ts";

async function failure(work: () => Promise<unknown>): Promise<unknown> {
  return work().then(
    () => "it worked",
    (cause: unknown) => cause,
  );
}

function ofServer(code: string): Error {
  const error = new pg.DatabaseError("said by the server", 1, "error");
  error.code = code;
  return error;
}

const connect = (port: number, more = {}) => {
  const client = new pg.Client({ host: "127.0.0.1", port, user: "u", password: "p", ...more });
  client.on("error", () => undefined);
  return client.connect();
};

describe("a database", () => {
  it("that nobody serves, or that hangs up, is lost", async () => {
    expect(isDatabaseLost(await failure(() => connect(1)))).toBe(true);
    const server = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { readonly port: number };
    expect(isDatabaseLost(await failure(() => connect(port)))).toBe(true);
    server.close();
  });

  it.each(["57P01", "57P02", "57P03", "53300", "08006"])("that says %s is lost", (code) => {
    expect(isDatabaseLost(ofServer(code))).toBe(true);
  });

  it.each(["23505", "42P01", "40001", "57014"])("that says %s is there", (code) => {
    expect(isDatabaseLost(ofServer(code))).toBe(false);
  });

  it("is not blamed for a file that is missing, or a mistake of ours", () => {
    const missing = Object.assign(new Error("no such file"), { code: "ENOENT", syscall: "open" });
    expect([missing, new TypeError("bug"), "text"].map(isDatabaseLost)).toEqual([
      false,
      false,
      false,
    ]);
  });
});
