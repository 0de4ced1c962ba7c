// Proves edition, code and --overlay as they are used.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { linesOf, rettvei, sample, withFiles } from "../testing/run-rettvei.ts";

const PATHWAYS = fileURLToPath(new URL("../../../../pathways", import.meta.url));
const EVENTS = sample("courses.events.csv");

describe("edition", () => {
  it("list has every edition with its state, in rows for programs too", async () => {
    const { code, out } = await rettvei(["edition", "list", "--format", "csv", "--lang", "en"]);
    const rows = linesOf(out);
    expect(rows[0]).toBe("edition,status,code,retired_from,name,hash");
    expect(rows).toHaveLength(23);
    expect(rows.filter((row) => row.includes(",draft,"))).toHaveLength(3);
    expect(rows.find((row) => row.startsWith("psykose/2023-01-01"))).toMatch(
      /^psykose\/2023-01-01,in-force,D06,2025-01-01,Psychosis and suspected psychosis,[0-9a-f]{12}$/,
    );
    expect(code).toBe(0);
  });

  it("show tells rules, limits and sources, what is unknown as such", async () => {
    const { out } = await rettvei(["edition", "show", "phv-voksne/2023-01-01"]);
    expect(out).toContain("edition 2023-01-01, in-force");
    expect(out).toMatch(/hash [0-9a-f]{64}\n/);
    expect(out).toMatch(
      /phv-voksne\.assessment +Utredning +recommendation +poliklinikk 42, dogn unknown/,
    );
  });

  it("show --json gives the whole edition", async () => {
    const { out } = await rettvei(["edition", "show", "tsb/2025-01-01", "--json"]);
    expect(JSON.parse(out)).toMatchObject({
      pathway: "tsb",
      edition: "2025-01-01",
      status: "in-force",
    });
  });

  it("diff tells what changed, and nothing of an edition against itself", async () => {
    const args = ["--format", "csv"];
    const { out } = await rettvei(["edition", "diff", "tsb/2019-01-01", "tsb/2023-01-01", ...args]);
    expect(linesOf(out)[0]).toBe("area,id,change,part,before,after");
    expect(out).toMatch(
      /^event,transfer-private-specialist,changed,registration,absent,registered$/m,
    );
    const same = await rettvei(["edition", "diff", "tsb/2019-01-01", "tsb/2019-01-01"]);
    expect(same.out).toBe("(no rows)\n");
  });

  it("that does not exist is told with those that do", async () => {
    const { code, err } = await rettvei(["edition", "show", "tvangslidelse/2020-01-01"]);
    expect(err).toBe(
      'rettvei: edition: expected one of tvangslidelse/2019-02-15, tvangslidelse/2023-01-01, got "tvangslidelse/2020-01-01"\n',
    );
    expect(code).toBe(2);
  });
});

describe("edition validate", () => {
  it("finds the definitions of the product good", async () => {
    const { code, out } = await rettvei(["edition", "validate"]);
    expect(out).toMatch(/^22 editions are good; hash [0-9a-f]{64}\n$/);
    expect(code).toBe(0);
  });

  it("tells each fault of a folder by file, line and column, all at once", async () => {
    await withFiles({}, async (folder) => {
      cpSync(PATHWAYS, folder, { recursive: true });
      const file = join(folder, "tsb/2023-01-01.yaml");
      const text = readFileSync(file, "utf8");
      const broken = `${text.replace("status:", "statos:")}\nsurprise: 1\n`;
      writeFileSync(file, broken);
      const { code, err, out } = await rettvei(["edition", "validate", folder]);
      const lines = linesOf(err);
      expect(lines.length).toBeGreaterThanOrEqual(2);
      for (const line of lines)
        expect(line).toMatch(/tsb\/2023-01-01\.yaml:\d+:\d+: .*expected .+, got .+$/);
      const at = broken.split("\n").indexOf("surprise: 1") + 1;
      expect(err).toContain(`tsb/2023-01-01.yaml:${at}:1: `);
      expect([code, out]).toEqual([2, ""]);
    });
  });

  it("refuses what is no folder", async () => {
    const { code, err } = await rettvei(["edition", "validate", "no-such-folder"]);
    expect(err).toBe(
      "rettvei: no-such-folder: expected a folder of definitions, got no such folder\n",
    );
    expect(code).toBe(2);
  });
});

describe("code", () => {
  it("explains a code with the sources of its parts", async () => {
    const { code, out } = await rettvei(["code", "D11CP", "--lang", "en"]);
    expect(out).toMatch(
      /^code +D11CP\npathway +phv-voksne \(.+\)\nevent +clinical-decision \(.+\)\n/,
    );
    expect(out).toMatch(/\noutcome +treatment-phv \(.+\)\nevidence +secondary\nsource +/);
    expect(code).toBe(0);
  });

  it("composes a code from its parts", async () => {
    const parts = [
      "--pathway",
      "tsb",
      "--event",
      "clinical-decision",
      "--outcome",
      "treatment-tsb",
    ];
    const { out } = await rettvei(["code", ...parts]);
    expect(linesOf(out)[0]).toBe("code      D01CT");
  });

  it.each([
    [["D99X"], '"D99X": expected a code of an event whose parts are all known, as D11CP'],
    [["D11"], '"D11": expected a code of an event whose parts are all known, as D11CP'],
    [[], "expected a code, or --pathway and --event to compose one"],
    [
      ["--pathway", "tsb", "--event", "evaluation"],
      'event "evaluation": nobody could verify its part of a code',
    ],
    [
      ["--pathway", "tvangslidelse", "--event", "clinical-decision"],
      'pathway "tvangslidelse": nobody could verify',
    ],
    [["--pathway", "tsb", "--event", "evaluering"], "--event: expected one of referral-received, "],
    [["--pathway", "rus", "--event", "evaluation"], "--pathway: expected one of gravide-rus, "],
  ])("refuses %j", async (args, message) => {
    const { code, err, out } = await rettvei(["code", ...args]);
    expect(err).toContain(`rettvei: ${message}`);
    expect([code, out]).toEqual([2, ""]);
  });
});

describe("--overlay", () => {
  const overlay = (limit: string) => `site: A made-up clinic
source: { title: A local decision, dated: "2024" }
limits:
  - ${limit}
`;
  const unknown =
    '{ rule: psykose.assessment, edition: "2023-01-01", care-level: poliklinikk, at-most: 60 }';
  const known = '{ rule: psykose.first-contact, edition: "2023-01-01", at-most: 60 }';
  const asOf = ["--as-of", "2024-12-31"];

  it("fills what nobody could verify, and what rests on it is marked local", async () => {
    await withFiles({ "site.yaml": overlay(unknown) }, async (folder) => {
      const laid = [...asOf, "--overlay", join(folder, "site.yaml")];
      const { out } = await rettvei(["judge", EVENTS, ...laid, "--format", "csv"]);
      expect(out).toMatch(/^s2,.*,psykose\.assessment,.*,60,2024-07-20,224,164,not-met,true,,/m);
      const told = await rettvei(["explain", EVENTS, "--course", "s2", ...laid]);
      expect(told.out).toContain("Lokal tid: 60 dager\n    Kilde: A local decision (lokal)");
      expect(told.out).toContain("Kilde: Psykoselidelser: start av forløpet (bekreftet)");
    });
  });

  it("never changes what is known, and says where it tries to", async () => {
    await withFiles({ "site.yaml": overlay(known) }, async (folder) => {
      const file = join(folder, "site.yaml");
      const { code, err, out } = await rettvei(["judge", EVENTS, ...asOf, "--overlay", file]);
      expect(linesOf(err)[0]).toContain(
        `${file}:4:5: limits[0]: expected a case whose limit is unknown (a known one is never changed)`,
      );
      expect([code, out]).toEqual([2, ""]);
    });
  });

  it("that is not there is bad input", async () => {
    const { code, err } = await rettvei(["judge", EVENTS, "--overlay", "no-such.yaml"]);
    expect(err).toBe("rettvei: no-such.yaml: expected a site overlay, got no such file\n");
    expect(code).toBe(2);
  });
});
