// Knows how the rules of access are taken away one by one, and tells whether a test notices.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const MUTANTS = JSON.parse(readFileSync(new URL("access-mutants.json", import.meta.url), "utf8"));

/** True where the test of the layer fails, as it should. */
function noticed(layer) {
  const { status } = spawnSync(
    "npx",
    ["vitest", "run", "packages/service/src/access/generated-access", "-t", layer],
    { stdio: "ignore" },
  );
  return status !== 0;
}

const wanted = process.argv[2] ?? "";
const chosen = MUTANTS.filter(({ rule }) => rule.includes(wanted));
if (chosen.length === 0) throw new Error(`expected a rule with "${wanted}" in its name, got none`);
// A test that fails anyway, in a folder that is not built, say, would notice everything.
for (const layer of new Set(chosen.map(({ layer }) => layer))) {
  if (noticed(layer)) throw new Error(`"${layer}" fails with every rule in place: mend that first`);
}
const survivors = [];
for (const { rule, layer, file, from, to } of chosen) {
  const source = readFileSync(file, "utf8");
  if (!source.includes(from)) throw new Error(`${file}: expected to find the rule "${rule}"`);
  writeFileSync(
    file,
    source.replace(from, () => to),
  );
  try {
    const seen = noticed(layer);
    console.log(`${seen ? "noticed " : "SURVIVED"}  ${rule}`);
    if (!seen) survivors.push(rule);
  } finally {
    writeFileSync(file, source);
  }
}
console.log(`ACCESS MUTANTS: ${survivors.length} survived`);
process.exitCode = survivors.length === 0 ? 0 : 1;
