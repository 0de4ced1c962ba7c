// Knows where in docs/benchmarks.md each measurement stands, and puts a new one in place of the old.
import { readFileSync, writeFileSync } from "node:fs";

const PAGE = new URL("../../docs/benchmarks.md", import.meta.url);

export function writeMeasurement(name, text) {
  const page = readFileSync(PAGE, "utf8");
  const [start, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`benchmarks.md: expected ${start} and ${end}`);
  writeFileSync(PAGE, `${page.slice(0, from + start.length)}\n${text}\n${page.slice(to)}`);
}
