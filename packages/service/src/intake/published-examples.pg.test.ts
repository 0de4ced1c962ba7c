// The published national examples, and our samples: taken in over HTTP, the original thrown away, and written again from the facts.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { validateAgainst } from "@rettvei/messages";
import { describe, expect, it } from "vitest";
import { seededApi } from "../testing/seeded-api.ts";
import { closeStores } from "../testing/test-store.ts";

closeStores("after each");

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
const STANDARDS = join(ROOT, "..", "shared", "standards");
const EXAMPLES = join(STANDARDS, "eksempel");
const SAMPLES = join(ROOT, "packages", "messages", "samples");
const SCHEMAS = process.env.RETTVEI_XSD ?? join(STANDARDS, "skjema");
const HAS_SCHEMAS = existsSync(SCHEMAS);

interface Example {
  readonly name: string;
  readonly bytes: Buffer;
}

function messagesBelow(folder: string): readonly Example[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".xml"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: relative(folder, path), bytes: readFileSync(path) }));
}

/** Those that a service is sent; of receipts and claims there are examples too. */
const published = messagesBelow(EXAMPLES).filter(({ name }) =>
  /^(Henvisning|Dialogmelding)/.test(name),
);
const WITHOUT = published.length === 0 ? " (published ones skipped: ../shared is not there)" : "";
const SCHEMA_NOTE = HAS_SCHEMAS ? "valid" : "not validated: set RETTVEI_XSD";

function rootOf(xml: string): string {
  return /<[A-Za-z]+[^>]*?\sxmlns="([^"]+)"/.exec(xml)?.[1] ?? "";
}

describe(`a national message${WITHOUT}`, () => {
  it.each(
    [...messagesBelow(SAMPLES), ...published].map((one) => [one.name, one.bytes] as const),
  )(`%s comes back from its facts, ${SCHEMA_NOTE}, with nothing lost that is not listed`, async (_, bytes) => {
    const { api } = await seededApi();
    const headers = { "content-type": "application/xml" };
    const request = { method: "POST", url: "/api/messages", headers, payload: bytes } as const;
    const answer = await api.app.inject(request);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('<Status V="1"');
    const units = await Promise.all(
      ["u0", "u1", "u9"].map((unitId) => api.get(`/api/units/${unitId}/received`)),
    );
    const [row] = units.flatMap(({ body }) => body.received);
    const url = `/api/received/${encodeURIComponent(row.receivedId)}`;
    const whole = await api.get(url);
    expect(whole.body.original).toBeNull();
    const again = await api.get(`${url}/export`);
    expect(again.status).toBe(200);
    expect(again.body.unwritten).toEqual([]);
    expect(again.body.lost).toEqual(whole.body.lost.map(({ path }: { path: string }) => path));
    expect(again.body.lost).toEqual([]);
    if (!HAS_SCHEMAS) return;
    const { problems } = await validateAgainst(SCHEMAS, rootOf(again.body.xml), again.body.xml);
    expect(problems).toEqual([]);
  });
});
