// Knows the editions that the laws are held against.
import { compileLibrary, type Edition, type Library } from "@rettvei/engine";
import { editionsByHand } from "../by-hand/editions.ts";
import { FREE_DAYS } from "../by-hand/working-days.ts";

export const EDITIONS: readonly Edition[] = editionsByHand();
export const LIBRARY: Library = compileLibrary(EDITIONS, FREE_DAYS);

/** How often a law is tried. */
export const RUNS = 1000;
