// Knows whether pictures are asked for, and where each of them is kept.
import { fileURLToPath } from "node:url";

/** Pictures are kept in the repository: they are taken only when asked for. */
export const wantsPictures = process.env.RETTVEI_SCREENSHOTS === "1";

export const fileOf = (name: string): string =>
  fileURLToPath(new URL(`../docs/img/${name}.png`, import.meta.url));

/** Where the picture of a screen is kept. */
export const pictureOf = (name: string): string => fileOf(`screens/${name}`);
