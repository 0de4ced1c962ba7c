// Knows an embedded server of a test's own, made and stopped, whose files the test may change before it is started.
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { holdServer } from "../embedded/held-server.ts";
import { dataFolder } from "./data-folder.ts";

export interface OwnCluster {
  readonly dataDir: string;
  /** Changes a setting of the server behind the product's back. */
  set(name: string, value: string): void;
}

export async function ownCluster(): Promise<OwnCluster> {
  const dataDir = await dataFolder();
  await (await holdServer(dataDir, () => undefined)).release();
  const settings = join(dataDir, "postgres/data/postgresql.auto.conf");
  return { dataDir, set: (name, value) => appendFileSync(settings, `${name} = ${value}\n`) };
}
