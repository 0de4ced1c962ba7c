// Proves that the test login is never on where it could do harm, and that its page is plain and whole.
import { expect, test, vi } from "vitest";
import { loginPage } from "./login-page.ts";
import { staffPersonas } from "./staff-personas.ts";
import { refuseTestLogin, startTestLogin } from "./test-login.ts";

const OPTIONS = {
  port: 0,
  host: "127.0.0.1",
  clients: new Map(),
  api: { audience: "a", scope: "s" },
  personas: async () => staffPersonas(),
  places: () => [],
};

test.each([
  "0.0.0.0",
  "::",
  "10.0.0.4",
  "rettvei.example",
  "127.0.0.1.example",
])("it cannot be switched on at an address that others reach: %s", async (host) => {
  await expect(startTestLogin({ ...OPTIONS, host })).rejects.toThrow("this machine only");
});

test("it cannot be switched on in production", async () => {
  vi.stubEnv("NODE_ENV", "production");
  try {
    await expect(startTestLogin(OPTIONS)).rejects.toThrow("NODE_ENV=production");
  } finally {
    vi.unstubAllEnvs();
  }
});

test("it may be on at this machine's own addresses", () => {
  for (const host of ["127.0.0.1", "::1", "localhost"]) refuseTestLogin(host, "test");
});

test("its page needs no script, escapes what it shows and may send to itself and the service only", () => {
  const [someone] = staffPersonas();
  if (someone === undefined) throw new Error("expected staff, got none");
  const evil = { ...someone, unitId: "u1", name: "<script>\"&'", subject: '"><b>' };
  const { html, policy } = loginPage({
    places: [{ unitId: "u1", name: "<i>Enhet", group: "HF" }],
    personas: [evil, someone],
    unitId: undefined,
    action: "/choose/1",
    client: "http://localhost:4180",
  });
  expect(html).not.toMatch(/<script|<b>|<i>/);
  expect(html).toContain('<html lang="nb">');
  expect(html).toContain('<label for="unit">');
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self' http/);
});
