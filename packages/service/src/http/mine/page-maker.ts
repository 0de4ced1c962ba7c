// Knows where the built web application keeps what writes the pages of "Mitt forløp", and what it looks like.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Text } from "@rettvei/engine";

export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly version: number | undefined;
}

export interface PageWanted {
  readonly path: string;
  readonly courseId: string | undefined;
  readonly language: keyof Text;
  /** Asks an address of the API as whoever wants the page. */
  readonly ask: (url: string) => Promise<ApiAnswer>;
  readonly script: string;
  readonly styles: readonly string[];
}

export interface RenderedPage {
  readonly html: string;
  /** The API could not answer everything: the page says so. */
  readonly failed: boolean;
}

export interface PageMaker {
  /** Undefined where the address is of none. */
  readonly renderPage: (wanted: PageWanted) => Promise<RenderedPage | undefined>;
  readonly script: string;
  readonly styles: readonly string[];
}

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

const ENTRY = "src/mine-client.tsx";
const SERVER = join("server", "mine-server.js");
export const MANIFEST = "manifest.json";

function stylesOf(manifest: Manifest, id: string): readonly string[] {
  const { css = [], imports = [] } = manifest[id] ?? {};
  return [...imports.flatMap((one) => stylesOf(manifest, one)), ...css];
}

/** Undefined where the folder was built without it. */
export async function findPageMaker(webDir: string): Promise<PageMaker | undefined> {
  const [server, manifestFile] = [join(webDir, SERVER), join(webDir, MANIFEST)];
  if (!existsSync(server) || !existsSync(manifestFile)) return undefined;
  const manifest = JSON.parse(readFileSync(manifestFile, "utf8")) as Manifest;
  const entry = manifest[ENTRY];
  if (entry === undefined) return undefined;
  const made = (await import(pathToFileURL(server).href)) as Pick<PageMaker, "renderPage">;
  const styles = [...new Set(stylesOf(manifest, ENTRY))].map((file) => `/${file}`);
  return { renderPage: made.renderPage, script: `/${entry.file}`, styles };
}
