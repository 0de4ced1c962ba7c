// Knows the editions that the laws are held against: those of the pathway files, as they are written now.
import { libraryOf, PATHWAYS_FOLDER } from "@rettvei/definitions";
import { loadDefinitionFolder } from "@rettvei/definitions/authoring";
import type { Edition, Library } from "@rettvei/engine";

/** Made from the files themselves, so that a bundle built earlier cannot hide a change. */
export const BUNDLE = loadDefinitionFolder(PATHWAYS_FOLDER);
export const EDITIONS: readonly Edition[] = BUNDLE.editions;
export const LIBRARY: Library = libraryOf(BUNDLE);

/** How often a law is tried. */
export const RUNS = 1000;
