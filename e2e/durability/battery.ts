// Knows how a long battery is sized, seeded and told in one line.
import { it } from "vitest";
import { type Chance, chance, seedOfRun } from "./random.ts";

/** Size of a battery: what the variable says, else that of `npm test`. */
export function sizeOf(variable: string, inTest: number): number {
  return Number(process.env[variable] ?? inTest);
}

/** A test that tells one line: its name, its figures, its seed, and whether it passed. */
export function battery(
  name: string,
  patienceMs: number,
  work: (by: Chance) => Promise<string>,
): void {
  it(name, { timeout: patienceMs }, async () => {
    const seed = seedOfRun();
    const tell = (what: string): boolean => process.stdout.write(`${name}: ${what}\n`);
    try {
      tell(`${await work(chance(seed))}, seed ${seed} … passed`);
    } catch (cause) {
      tell(`seed ${seed} … failed`);
      throw cause;
    }
  });
}
