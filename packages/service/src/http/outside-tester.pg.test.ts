// Lets an API tester that others have made (Schemathesis) ask every route of the API document: no answer of 500 or above,
// and none that the document does not describe. Skipped by name where the tool is not installed.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { EVERYBODY, letEverybodyIn } from "../testing/people.ts";
import { seededApi } from "../testing/seeded-api.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { ACTOR_HEADER } from "../testing/test-app.ts";
import { closeStores } from "../testing/test-store.ts";

closeStores("after all");

const TOOL = process.env.SCHEMATHESIS ?? "schemathesis";
const EXAMPLES = process.env.RETTVEI_OUTSIDE_EXAMPLES ?? "10";
const SEED = process.env.RETTVEI_SEED ?? "20241120";
const ROLES = (process.env.RETTVEI_OUTSIDE_ROLES ?? "coordinator").split(",");
const missing = spawnSync(TOOL, ["--version"]).status !== 0;
const note = missing
  ? " (skipped: no schemathesis found; `pip install schemathesis`, or set SCHEMATHESIS)"
  : "";

const CHECKS = [
  "not_a_server_error",
  "status_code_conformance",
  "content_type_conformance",
  "response_schema_conformance",
];

it.skipIf(missing).each(ROLES)(
  `an outside tester finds nothing in the API as %s${note}`,
  async (wanted) => {
    const actor = EVERYBODY.find(({ role }) => role === wanted);
    if (actor === undefined) throw new Error(`RETTVEI_OUTSIDE_ROLES: no role "${wanted}"`);
    const { api, store } = await seededApi();
    await letEverybodyIn(store);
    await api.app.listen({ port: 0, host: "127.0.0.1" });
    const { port } = api.app.server.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}/api/openapi.json`;
    const run = ["run", address, "--checks", CHECKS.join(","), "--phases", "examples,fuzzing"];
    const who = ["--header", `${ACTOR_HEADER}: ${JSON.stringify(actor)}`];
    const size = ["--max-examples", EXAMPLES, "--seed", SEED, "--workers", "1", "--no-color"];
    // What it remembers of earlier runs is not for the project's folder.
    const child = spawn(TOOL, [...run, ...who, ...size], { cwd: temporaryFolder() });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        said += chunk.toString();
      });
    const [code] = await once(child, "exit");
    console.info(said.split("\n").slice(-25).join("\n"));
    await api.app.close();
    expect(code, said.slice(-20_000)).toBe(0);
  },
  1_800_000,
);
