// Knows how the service is put together and taken down: database, judging, HTTP.
import { join } from "node:path";
import { readBundle } from "@rettvei/definitions";
import type { FastifyServerOptions } from "fastify";
import { AppError } from "./app-error.ts";
import { sealKey, sealKeyFile } from "./audit/seal/seal-key.ts";
import { type Sealing, sealTask } from "./audit/seal/seal-task.ts";
import { authBy } from "./auth/auth.ts";
import type { LoginSettings } from "./auth/login-settings.ts";
import { wrongAnswerDays } from "./course/answer-days.ts";
import { downtimeTask } from "./downtime/downtime-task.ts";
import { holdServer } from "./embedded/held-server.ts";
import { refreshMatters } from "./facts/refresh-matters.ts";
import type { App } from "./http/app.ts";
import type { Authenticate } from "./http/authenticate.ts";
import { buildApp } from "./http/build-app.ts";
import { refuseOtherHosts } from "./http/loopback.ts";
import { schemaCheck } from "./intake/schema-check.ts";
import { addJob } from "./jobs/add-job.ts";
import { type Jobs, runJobs } from "./jobs/run-jobs.ts";
import { tidy, tidyTask } from "./jobs/tidy-task.ts";
import { judgingBy } from "./judging/judging.ts";
import { outboxTasks } from "./outbox/outbox-tasks.ts";
import { DEFAULT_SENDING, type SendingSettings } from "./outbox/sending/sending-settings.ts";
import { AT_START, sweepOutbox } from "./outbox/sending/sweep-outbox.ts";
import { logControlTask } from "./oversight/nightly-log-control.ts";
import { unsafeEnvironment } from "./safety/environment.ts";
import { refuse } from "./safety/unsafe.ts";
import { countStale } from "./store/course-states.ts";
import { type Database, openDatabase } from "./store/database.ts";
import { packStates } from "./store/pack-states.ts";
import { refreshAll, type TellJudged } from "./store/refresh-states.ts";
import { type Store, today } from "./store/store.ts";

/** Does the work, which tells meanwhile how many of the `total` courses are judged. */
export type ShowJudging = (
  total: number,
  work: (tell: TellJudged) => Promise<number>,
) => Promise<number>;

export interface ServiceOptions {
  /** Where the embedded database keeps everything; made if not there. */
  readonly dataDir: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** 127.0.0.1, ::1 or localhost; another only with a login that has a public address. */
  readonly host?: string | undefined;
  /** A PostgreSQL server to use instead of the embedded one. */
  readonly databaseUrl?: string | undefined;
  /** Folder of the built web application; without it only the API is served. */
  readonly webDir?: string | undefined;
  /** How people and machines log in. Without it nobody gets in, unless somebody else says who asks. */
  readonly login?: LoginSettings | undefined;
  /** Another way to find out who asks, on this machine alone. */
  readonly authenticate?: ((store: Store) => Authenticate) | undefined;
  /** How messages to others are sent; without an address they wait for one, on their units' lists. */
  readonly sending?: Partial<SendingSettings> | undefined;
  /** The file of the key that seals the audit; in the data directory where none is named. */
  readonly sealKeyFile?: string | undefined;
  /** A file to which a signed checkpoint of the audit is added every hour. */
  readonly checkpoints?: string | undefined;
  /** Folder of the national schemas, that messages which come are held against too. */
  readonly schemas?: string | undefined;
  /** The only clock. */
  readonly now?: (() => Date) | undefined;
  /** How requests and trouble are logged; nothing by default. */
  readonly log?: FastifyServerOptions["logger"];
  /** Shows how far it is while courses are judged before the first request; not asked where none has to be. */
  readonly showJudging?: ShowJudging | undefined;
  /** Done with the store before the first request: loading a population, say. */
  readonly prepare?: ((store: Store) => Promise<void>) | undefined;
}

export interface Service {
  /** Address with a slash at its end. */
  readonly url: string;
  readonly store: Store;
  /** Answers what was asked, then stops; the embedded database last. */
  close(): Promise<void>;
}

interface OpenStore {
  readonly store: Store;
  close(): Promise<void>;
}

async function openDatabaseOf(
  options: ServiceOptions,
  onTrouble: (trouble: unknown) => void,
): Promise<{ readonly database: Database; close(): Promise<void> }> {
  const { databaseUrl, dataDir } = options;
  if (databaseUrl !== undefined) {
    const database = await openDatabase("external", { url: databaseUrl });
    return { database, close: () => database.close() };
  }
  const server = await holdServer(dataDir, onTrouble);
  try {
    const database = await openDatabase("embedded", server.address);
    const close = async (): Promise<void> => {
      await database.close();
      await server.release();
    };
    return { database, close };
  } catch (cause) {
    await server.release();
    throw cause;
  }
}

/** Judges what has to be judged before the first request: all there is, where the editions are new. */
async function judgeAtStart(store: Store, show: ShowJudging | undefined): Promise<number> {
  const asOf = today(store);
  const { database, judging } = store;
  const total = show === undefined ? 0 : await countStale(database.pool, judging.mark, asOf);
  if (show === undefined || total === 0) return refreshAll(store, asOf);
  // A patient's other courses are judged along, and are not counted.
  return show(total, (tell) => refreshAll(store, asOf, (judged) => tell(Math.min(judged, total))));
}

/** Opens the store alone, without HTTP. */
async function openStore(
  options: ServiceOptions,
  onTrouble: (trouble: unknown) => void,
): Promise<OpenStore> {
  const { database, close } = await openDatabaseOf(options, onTrouble);
  const now = options.now ?? (() => new Date());
  try {
    const store: Store = { database, judging: judgingBy(readBundle()), now };
    await options.prepare?.(store);
    await packStates(database, await judgeAtStart(store, options.showJudging)).catch(onTrouble);
    await refreshMatters(store);
    await tidy(store, store.now());
    return { store, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}

function addressOf(app: App): string {
  const address = app.server.address();
  if (address === null || typeof address === "string")
    throw new Error("bug: not listening on a port");
  const host = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}/`;
}

/** Everything that was to be done when the service last ended, and what comes. */
async function startJobs(
  store: Store,
  sending: SendingSettings,
  sealing: Sealing,
  dataDir: string,
): Promise<Jobs> {
  const { pool } = store.database;
  await sweepOutbox(pool, AT_START);
  const seal = sealTask(store, sealing);
  const jobs = await runJobs(pool, [
    ...outboxTasks(store, sending),
    tidyTask(store),
    logControlTask(store),
    seal,
    downtimeTask(store, join(dataDir, "downtime")),
  ]);
  await addJob(pool, { task: seal.name, key: "next", attempts: 1 });
  return jobs;
}

/** Who asks, by the login or by another way. Throws AppError where the login is not safe. */
function whoAsks({ login, authenticate }: ServiceOptions, store: Store) {
  if (login === undefined) return { authenticate: authenticate?.(store) ?? nobody };
  const auth = authBy(store, login);
  return { auth, authenticate: auth.authenticate };
}

const nobody: Authenticate = async () => undefined;

/** Starts the service: database first, states made right for today, then HTTP. Throws AppError if it may not start. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { port, host = "127.0.0.1", webDir, log } = options;
  refuse("unsafe-start", [
    ...unsafeEnvironment(),
    ...wrongAnswerDays(process.env.RETTVEI_ANSWER_DAYS),
  ]);
  refuseOtherHosts(host, options.login);
  let trouble: (cause: unknown) => void = () => undefined;
  const { store, close } = await openStore(options, (cause) => trouble(cause));
  try {
    const key = sealKey(options.sealKeyFile ?? sealKeyFile(options.dataDir));
    const app = await buildApp(store, {
      webDir,
      logger: log ?? false,
      schemaCheck: options.schemas === undefined ? undefined : schemaCheck(options.schemas),
      ...whoAsks(options, store),
    });
    trouble = (cause) => {
      const code = cause instanceof AppError ? cause.code : "database-lost";
      app.log.error({ code }, "the embedded database could not be started again");
    };
    await app.listen({ port, host: host === "localhost" ? "127.0.0.1" : host });
    // It may have ended between keeping something and telling of it.
    store.database.changes.tell("all");
    const sending = { ...DEFAULT_SENDING, ...options.sending };
    const jobs = await startJobs(
      store,
      sending,
      { key, checkpoints: options.checkpoints },
      options.dataDir,
    );
    const closeAll = async (): Promise<void> => {
      await jobs.stop();
      await app.close();
      await close();
    };
    return { url: addressOf(app), store, close: closeAll };
  } catch (cause) {
    await close();
    throw cause;
  }
}
