// Knows how an edition is named on the command line: "pathway/date".
import type { Bundle } from "@rettvei/definitions";
import type { Edition } from "@rettvei/engine";
import { BadInput } from "../exit-codes.ts";

/** The edition of this name. Throws BadInput that names the editions there are of the pathway, or the pathways. */
export function namedEdition({ editions }: Bundle, named: string): Edition {
  const [pathway, date] = named.split("/");
  const own = editions.filter((one) => one.pathway === pathway);
  const found = own.find((one) => one.edition === date && named === `${pathway}/${date}`);
  if (found !== undefined) return found;
  const known = own.length > 0 ? own : editions;
  const names = known.map((one) => `${one.pathway}/${one.edition}`);
  const pathways = [...new Set(editions.map((one) => one.pathway))];
  const expected =
    own.length > 0
      ? `one of ${names.join(", ")}`
      : `an edition "pathway/date" of ${pathways.join(", ")}`;
  throw new BadInput(`edition: expected ${expected}, got "${named}"`);
}
