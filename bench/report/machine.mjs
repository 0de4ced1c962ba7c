// Knows what the figures depend on: date, machine and versions.
import { readFileSync } from "node:fs";
import { cpus, release, totalmem } from "node:os";
import { count } from "./figures.mjs";

function versionOf(library) {
  const file = new URL(`../node_modules/${library}/package.json`, import.meta.url);
  return `${library} ${JSON.parse(readFileSync(file, "utf8")).version}`;
}

const LIBRARIES = ["fqm-execution", "cql-execution", "cql-exec-fhir", "@duckdb/node-api"];

export function machineLines() {
  const [{ model }] = cpus();
  const date = new Date().toISOString().slice(0, 10);
  const memory = `${count(totalmem() / 1_073_741_824)} GB`;
  return [
    `measured ${date} on ${cpus().length} cores ${model.trim()}, ${memory}, ${process.platform} ${release()}`,
    `Node ${process.versions.node}, ${LIBRARIES.map(versionOf).join(", ")}`,
  ];
}
