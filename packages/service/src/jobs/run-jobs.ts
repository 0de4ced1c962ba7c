// Knows how jobs are run while the service is up, and stopped with it.
import { parseCronItems, type Runner, run, type TaskList } from "graphile-worker";
import type pg from "pg";
import { JOB_SCHEMA, SILENT } from "./prepare-jobs.ts";

/** One try of a job. Throwing means to be tried again later, until its attempts are used up. */
export interface Task {
  readonly name: string;
  readonly work: (key: string, attempt: number) => Promise<void>;
  /** Done every minute too, with an empty key. */
  readonly everyMinute?: boolean;
}

export interface Jobs {
  /** Waits for those at work. */
  stop(): Promise<void>;
}

const AT_ONCE = 4;
const POLL_MS = 1_000;
const RESTART_MS = 1_000;

function keyOf(payload: unknown): string {
  const { key } = (payload ?? {}) as { readonly key?: unknown };
  return typeof key === "string" ? key : "";
}

function taskListOf(tasks: readonly Task[]): TaskList {
  return Object.fromEntries(
    tasks.map(({ name, work }) => [
      name,
      (payload: unknown, { job }: { readonly job: { readonly attempts: number } }) =>
        work(keyOf(payload), job.attempts),
    ]),
  );
}

function start(pool: pg.Pool, tasks: readonly Task[]): Promise<Runner> {
  const everyMinute = tasks.filter((task) => task.everyMinute === true);
  return run({
    pgPool: pool,
    schema: JOB_SCHEMA,
    logger: SILENT,
    noHandleSignals: true,
    concurrency: AT_ONCE,
    pollInterval: POLL_MS,
    // Told in batches, how a job went is awaited by the library; told alone it is not, and a database that is away
    // just then would end the program.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    taskList: taskListOf(tasks),
    parsedCronItems: parseCronItems(
      everyMinute.map(({ name }) => ({
        task: name,
        match: "* * * * *",
        options: { maxAttempts: 1 },
      })),
    ),
  });
}

/** Runs the tasks' jobs until stopped; begins again where the database was away for too long. */
export async function runJobs(pool: pg.Pool, tasks: readonly Task[]): Promise<Jobs> {
  let stopping = false;
  let wake: () => void = () => undefined;
  let runner = await start(pool, tasks);
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, RESTART_MS);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const keepRunning = async (): Promise<void> => {
    while (!stopping) {
      await runner.promise.catch(() => undefined);
      if (stopping) return;
      await pause();
      if (stopping) return;
      runner = await start(pool, tasks).catch(() => runner);
    }
  };
  const kept = keepRunning();
  return {
    stop: async () => {
      stopping = true;
      wake();
      await runner.stop().catch(() => undefined);
      await kept;
    },
  };
}
