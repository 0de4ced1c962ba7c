// Knows how the product is built: packages, then the bundle of the pathways, then the web application.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { ROOT, run } from "./run.mjs";

/** Newest change of a file or of anything below a folder, in milliseconds since 1970; 0 if it is not there. */
function changedAt(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce(
    (newest, name) => Math.max(newest, changedAt(join(path, name))),
    stat.mtimeMs,
  );
}

function isFresh(product, materials) {
  const made = changedAt(join(ROOT, product));
  return made > 0 && materials.every((material) => changedAt(join(ROOT, material)) <= made);
}

async function buildBundle() {
  const product = "packages/definitions/dist/bundle.json";
  if (isFresh(product, ["pathways", "packages/definitions/src", "packages/engine/src"])) return;
  const entry = (name) => pathToFileURL(join(ROOT, `packages/definitions/dist/${name}.js`)).href;
  const { PATHWAYS_FOLDER, writeBundle } = await import(entry("index"));
  const definitions = await import(entry("authoring"));
  const files = definitions.readDefinitionFolder(PATHWAYS_FOLDER);
  const loaded = definitions.loadDefinitions(files);
  const problems =
    "problems" in loaded ? loaded.problems : definitions.checkCases(loaded.bundle, files);
  if (problems.length > 0) {
    console.error(problems.map(definitions.problemLine).join("\n"));
    console.error(`The pathways have ${problems.length} problem(s); nothing is built from them.`);
    process.exit(1);
  }
  writeBundle(loaded.bundle);
}

/** The web application is checked against what the service says of itself. */
async function buildApiTypes() {
  const product = "packages/web/src/app/api/generated/paths.ts";
  if (isFresh(product, ["packages/service/src", "packages/definitions/dist/bundle.json"])) return;
  const service = pathToFileURL(join(ROOT, "packages/service/dist/index.js")).href;
  const { apiDocument } = await import(service);
  const { default: openapi, astToString } = await import("openapi-typescript");
  const types = astToString(await openapi(await apiDocument()));
  mkdirSync(dirname(join(ROOT, product)), { recursive: true });
  writeFileSync(
    join(ROOT, product),
    `// Made by scripts/build.mjs from the API's own document.\n${types}`,
  );
}

const COMPRESSED = /\.(js|css|html|svg|json)$/;

/** Beside each file its compressed forms, so that the service sends them as they are. */
function compress(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !COMPRESSED.test(entry.name)) continue;
    const file = join(entry.parentPath ?? entry.path, entry.name);
    const plain = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(plain));
    writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }));
  }
}

function buildWeb() {
  const materials = ["packages/web/src", "packages/web/index.html", "packages/web/package.json"];
  if (isFresh("packages/web/dist/index.html", [...materials, "packages/definitions/src"])) return;
  run("npm", ["run", "--silent", "build", "--workspace", "@rettvei/web"]);
  compress(join(ROOT, "packages/web/dist"));
}

export async function build() {
  console.error("Building …");
  run(process.execPath, [
    "node_modules/ts7/bin/tsc",
    "-b",
    "packages/cli",
    "packages/messages",
    "packages/testkit",
  ]);
  await buildBundle();
  await buildApiTypes();
  buildWeb();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await build();
