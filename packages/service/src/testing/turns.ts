// Knows how a test makes two requests take turns step by step, in any order, as PostgreSQL's own isolation tests do.
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";

/**
 * Statements before which a request that writes waits for its turn: by their name, or by their text where they have
 * none.
 */
export const WRITING = [
  "claim-key",
  "lock-patients",
  "lock-patient-of-course",
  "append-record",
  "append-fact",
  "COMMIT",
];
/** The same of one that reads: its decision, its audit once it has read, its end. */
export const READING = ["find-course", "write-audit", "COMMIT"];

/** One who takes turns. */
export interface Player {
  /** To be used in place of the pool that it was made of. */
  readonly pool: pg.Pool;
  /** Whether it waits for its turn. */
  waits(): boolean;
  /** Number of the server's process that does its statement; undefined while it has none. */
  pid(): number | undefined;
  /** Lets it take one step. */
  go(): void;
  /** Steps that it took since it began. */
  taken(): number;
  /** From now on it waits before each of these steps; `end` lets it run. */
  begin(steps: readonly string[]): void;
  end(): void;
}

function nameOf(statement: unknown): string | undefined {
  const query = statement as { readonly name?: string } | string;
  return typeof query === "string" ? query : query.name;
}

export function player(pool: pg.Pool): Player {
  let steps: readonly string[] = [];
  let release: (() => void) | undefined;
  let pid: number | undefined;
  let taken = 0;
  const turn = async (client: pg.PoolClient): Promise<void> => {
    pid = (client as unknown as { readonly processID: number }).processID;
    await new Promise<void>((resolve) => {
      release = resolve;
    });
  };
  // One statement after the other, as the database takes them, also where several are sent at once.
  const withTurns = (client: pg.PoolClient): pg.PoolClient => {
    let before: Promise<unknown> = Promise.resolve();
    const inTurn = async (args: readonly unknown[], target: pg.PoolClient): Promise<unknown> => {
      if (steps.includes(nameOf(args[0]) ?? "")) await turn(target);
      return Reflect.apply(target.query, target, args);
    };
    return new Proxy(client, {
      get(target, name) {
        if (name !== "query") {
          const value: unknown = Reflect.get(target, name, target);
          return typeof value === "function" ? value.bind(target) : value;
        }
        return (...args: unknown[]): Promise<unknown> => {
          const answer = before.then(() => inTurn(args, target));
          before = answer.catch(() => undefined);
          return answer;
        };
      },
    });
  };
  return {
    pool: new Proxy(pool, {
      get(target, name) {
        if (name === "connect") return async () => withTurns(await target.connect());
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === "function" ? value.bind(target) : value;
      },
    }),
    waits: () => release !== undefined,
    pid: () => pid,
    go() {
      const granted = release;
      release = undefined;
      if (granted !== undefined) taken++;
      granted?.();
    },
    taken: () => taken,
    begin(own) {
      steps = own;
      taken = 0;
      pid = undefined;
    },
    end() {
      steps = [];
      this.go();
    },
  };
}

/** Every order in which the steps of two can follow each other: each as a row of 0 and 1. */
export function orders(first: number, second: number): readonly (readonly (0 | 1)[])[] {
  if (first === 0 && second === 0) return [[]];
  return [
    ...(first > 0 ? orders(first - 1, second).map((rest) => [0 as const, ...rest]) : []),
    ...(second > 0 ? orders(first, second - 1).map((rest) => [1 as const, ...rest]) : []),
  ];
}

type Blocked = (pid: number) => Promise<boolean>;

/** Waits until the player waits for its turn, is blocked by the other, or is done. */
async function untilStill(player: Player, isDone: () => boolean, blocked: Blocked): Promise<void> {
  for (;;) {
    if (player.waits() || isDone()) return;
    await sleep(1);
    const pid = player.pid();
    if (!player.waits() && !isDone() && pid !== undefined && (await blocked(pid))) return;
  }
}

/** Runs two requests in the order of turns; a turn of one who is blocked or done is passed over. Answers both answers. */
export async function inTurns<T>(
  players: readonly [Player, Player],
  requests: readonly [() => Promise<T>, () => Promise<T>],
  order: readonly (0 | 1)[],
  blocked: Blocked,
  steps: readonly [readonly string[], readonly string[]] = [WRITING, WRITING],
): Promise<readonly [T, T]> {
  const done = [false, false];
  players.forEach((one, at) => {
    one.begin(steps[at] ?? []);
  });
  const answers = requests.map((ask, at) =>
    ask().finally(() => {
      done[at] = true;
    }),
  ) as [Promise<T>, Promise<T>];
  const still = (at: 0 | 1): Promise<void> =>
    untilStill(players[at], () => done[at] === true, blocked);
  for (const at of order) {
    await still(at);
    players[at].go();
    await still(at);
  }
  for (const one of players) one.end();
  return Promise.all(answers);
}
