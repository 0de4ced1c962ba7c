// Knows how the service runs under the command line: filled on its first start, stopped by a signal.
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { population, REGIONS, TRUSTS, units } from "@rettvei/demo";
import {
  AppError,
  isEmpty,
  keepUnits,
  loadPopulation,
  type Store,
  startService,
} from "@rettvei/service";
import { BadInput } from "./exit-codes.ts";
import { today } from "./input/options.ts";
import { realLogin } from "./login/real-login.ts";
import { beginStories, storiesToTell } from "./login/story-journal.ts";
import { type Trying, tryOut } from "./login/test-login.ts";
import { withProgress } from "./output/progress.ts";

const here = dirname(fileURLToPath(import.meta.url));
const WEB_FOLDER = join(here, "..", "..", "web", "dist");

async function keepSyntheticUnits(store: Store): Promise<void> {
  const kept = units().map((unit) => ({
    unitId: unit.id,
    name: unit.name,
    kind: unit.kind,
    hfName: TRUSTS.find((trust) => trust.id === unit.trust)?.name ?? null,
    rhfName: REGIONS.find((region) => region.orgNumber === unit.region)?.name ?? null,
    synthetic: unit.synthetic,
  }));
  await keepUnits(store, kept);
}

/** Fills an empty store. */
async function fill(store: Store, courses: number, seed: number): Promise<void> {
  await keepSyntheticUnits(store);
  process.stderr.write(
    `First start: making ${courses} synthetic courses. Nobody in them exists.\n`,
  );
  const made = (function* () {
    for (const { patient, log } of population({ seed, courses, until: today() })) {
      const { given, family } = patient.name;
      yield {
        patient: {
          patientId: patient.patientId,
          name: `${given} ${family}`,
          birthYear: Number(patient.birthDate.slice(0, 4)),
          personNumber: patient.personNumber,
        },
        log,
      };
    }
  })();
  await withProgress("courses", courses, (tell) => loadPopulation(store, made, tell));
}

/** Fills an empty store once, and tells its stories until they are told; a store with courses is left as it is. */
async function fillOnce(
  store: Store,
  {
    courses,
    seed,
    stories,
  }: Pick<ServingOptions, "seed"> & {
    readonly courses: number;
    /** Where it is noted how far they are told; undefined: none are wanted. */
    readonly stories: string | undefined;
  },
  tell: Trying["tellStories"] | undefined,
): Promise<void> {
  const isFirst = courses > 0 && (await isEmpty(store));
  // Before anything is filled: from here on the store is not empty, and only this says that stories are to be told.
  if (isFirst && stories !== undefined) beginStories(stories, today());
  if (isFirst) await fill(store, courses, seed);
  const journal = stories === undefined ? undefined : storiesToTell(stories);
  if (journal !== undefined) await tell?.(store, journal);
}

function untilStopped(close: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      process.stderr.write("Stopping.\n");
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
}

export interface ServingOptions {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly population: number;
  readonly seed: number;
  readonly stories: boolean;
}

const TEST_LOGIN = `Test login is on: whoever opens the address chooses who to be. Only this machine can reach it.
For real use set RETTVEI_OIDC_ISSUER and what belongs to it: see docs/operating.md.
`;

/** Starts the service; it runs until a signal stops it. Throws BadInput where the service refuses to start. */
export async function serve(options: ServingOptions): Promise<void> {
  const { port, host, data, population: courses, seed, stories } = options;
  const real = realLogin(process.env);
  const trying = real === undefined ? await tryOut(host, port) : undefined;
  try {
    const service = await startService({
      dataDir: resolve(data),
      port,
      host,
      databaseUrl: process.env.DATABASE_URL || undefined,
      sealKeyFile: process.env.RETTVEI_SEAL_KEY || undefined,
      checkpoints: process.env.RETTVEI_CHECKPOINTS || undefined,
      webDir: existsSync(WEB_FOLDER) ? WEB_FOLDER : undefined,
      sending: { outboxUrl: process.env.RETTVEI_OUTBOX_URL || trying?.outboxUrl },
      schemas: process.env.RETTVEI_XSD || undefined,
      login: real ?? trying?.login,
      showJudging: (total, work) => withProgress("courses judged", total, work),
      prepare: async (store) => {
        const notes = join(resolve(data), "stories.ndjson");
        const wanted = stories && trying !== undefined ? notes : undefined;
        await fillOnce(store, { courses, seed, stories: wanted }, trying?.tellStories);
        await trying?.prepare(store);
      },
    });
    trying?.serviceAt(service.url);
    untilStopped(async () => {
      await service.close();
      await trying?.close();
    });
    process.stdout.write(`Rettvei runs at ${service.url}\n`);
    process.stderr.write(`${trying === undefined ? "" : TEST_LOGIN}Ctrl+C stops it.\n`);
  } catch (error) {
    await trying?.close();
    if (error instanceof AppError) throw new BadInput(error.message);
    throw error;
  }
}
