// Knows where the pictures of the product are kept.
import { fileURLToPath } from "node:url";

export const fileOf = (name: string): string =>
  fileURLToPath(new URL(`../docs/img/${name}.png`, import.meta.url));

/** Where the picture of a screen is kept. */
export const pictureOf = (name: string): string => fileOf(`screens/${name}`);
