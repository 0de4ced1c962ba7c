// Knows the same indicator read off the verdict rows that the command line wrote.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

export async function indicatorOf(verdictFile) {
  const lines = createInterface({ input: createReadStream(verdictFile) });
  let places;
  let numerator = 0;
  let denominator = 0;
  for await (const line of lines) {
    const cells = line.split(",");
    places ??= new Map(cells.map((name, at) => [name, at]));
    const cell = (name) => cells[places.get(name)];
    if (cell("rule") !== "phv-voksne.assessment" || cell("care_level") !== "poliklinikk") continue;
    if (cell("to_on") === "" || cell("limit_days") === "") continue;
    denominator++;
    if (cell("verdict") === "met") numerator++;
  }
  return `${numerator} of ${denominator}`;
}
