// Knows whether the oracle alone gives the rows of the shared samples.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { editionsByHand } from "../by-hand/editions.ts";
import { EDITIONS } from "../laws/law-editions.ts";
import { FINDING_COLUMNS, findingLines, VERDICT_COLUMNS, verdictLines } from "../rows/rows.ts";
import { logsOfEventFile } from "./event-file.ts";
import { oracleRows } from "./oracle-rows.ts";

const folder = new URL("../../../../../shared/data/", import.meta.url);
const present = existsSync(new URL("sample-a.events.csv", folder));

function textOf(name: string): string {
  return readFileSync(fileURLToPath(new URL(name, folder)), "utf8");
}

/** The rows of a sample file as sorted lines, its header checked. */
function expectedLines(name: string, columns: readonly string[]): readonly string[] {
  const [header, ...lines] = textOf(name).trim().split("\n");
  expect(header).toBe(columns.join(","));
  return lines.sort();
}

const told = [
  { by: "the pathway files", editions: EDITIONS },
  { by: "the tables typed in by hand", editions: editionsByHand() },
];

describe.skipIf(!present)(
  "the oracle on ../shared/data/sample-a, skipped where that is not there",
  () => {
    it.each(told)("gives the sample's rows under $by", ({ editions }) => {
      const logs = logsOfEventFile(textOf("sample-a.events.csv"));
      const rows = oracleRows(logs, editions, "2026-06-30");
      expect(verdictLines(rows.verdicts)).toEqual(
        expectedLines("sample-a.verdicts.csv", VERDICT_COLUMNS),
      );
      expect(findingLines(rows.findings)).toEqual(
        expectedLines("sample-a.findings.csv", FINDING_COLUMNS),
      );
    });
  },
);
