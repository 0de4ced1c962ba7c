// Proves that every command tells how it is used, with an example that names it.
import { describe, expect, it } from "vitest";
import { rettvei } from "../testing/run-rettvei.ts";

const COMMANDS = [
  "access",
  "audit",
  "backup",
  "check",
  "code",
  "doctor",
  "edition",
  "explain",
  "judge",
  "next",
  "population",
  "restore",
  "start",
];
const BELOW_EDITION = ["diff", "list", "show", "validate"];
const BELOW_AUDIT = ["check-proof", "checkpoint", "prove", "verify"];
const BELOW_ACCESS = ["end", "grant", "list"];

describe("help", () => {
  it("of the program names each command, in order, and the exit codes", async () => {
    const { code, out } = await rettvei(["--help"]);
    const named = [...out.matchAll(/^ {2}([a-z]+) .*/gm)].map(([, name]) => name);
    expect(code).toBe(0);
    expect(named).toEqual([...COMMANDS, "help"].sort());
    expect(out).toContain("Exit codes: 0 fine, 1 `check` found an error, 2 bad input");
  });

  it.each([
    ...COMMANDS.map((name) => [name]),
    ...BELOW_EDITION.map((name) => ["edition", name]),
    ...BELOW_ACCESS.map((name) => ["access", name]),
    ...BELOW_AUDIT.map((name) => ["audit", name]),
  ])("of %s %s shows an example, and no place of this machine", async (...names) => {
    const { code, out, err } = await rettvei([...names, "--help"]);
    const command = `rettvei ${names.join(" ")}`;
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.startsWith(`Usage: ${command} `)).toBe(true);
    const [, given] = out.split(/\nExamples?:\n/);
    expect(given).toContain(`  ${command}`);
    expect(out).not.toContain(process.cwd());
  });

  it("is given for no command at all, as bad input", async () => {
    const [bare, edition] = await Promise.all([rettvei([]), rettvei(["edition"])]);
    expect([bare.code, bare.out, edition.code, edition.out]).toEqual([2, "", 2, ""]);
    expect(bare.err).toContain("Usage: rettvei [options] [command]");
    expect(edition.err).toContain("Usage: rettvei edition [options] [command]");
  });
});

it("the version is told", async () => {
  const { code, out } = await rettvei(["--version"]);
  expect(code).toBe(0);
  expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
});
