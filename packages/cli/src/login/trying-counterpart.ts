// Knows the receiver beside a service that is tried out: it takes every message and answers with real receipts.
import { type Counterpart, machineLogin, startCounterpart } from "@rettvei/demo";
import type { ClientKey } from "@rettvei/service";

const SEED = 1;
const NEVER_TELLS = { takings: {}, tellings: { nothing: 100 } };

export interface TryingCounterpart {
  /** Where the service hands messages over. */
  readonly outboxUrl: string;
  /** Where another takes messages and never says that it has them. */
  readonly silentUrl: string;
  /** From here on receipts are posted. */
  serviceAt(url: string): void;
  close(): Promise<void>;
}

interface CounterpartLogin {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientKey: ClientKey;
  readonly scope: string;
}

/** Starts it on a free port of this machine. */
export async function startTryingCounterpart(login: CounterpartLogin): Promise<TryingCounterpart> {
  let serviceAt: (url: string) => void = () => undefined;
  const serviceUrl = new Promise<string>((resolve) => {
    serviceAt = resolve;
  });
  const counterpart: Counterpart = await startCounterpart({
    serviceUrl,
    seed: SEED,
    headers: machineLogin(login),
  });
  const silent = await startCounterpart({ serviceUrl, seed: SEED, mishaps: NEVER_TELLS });
  return {
    outboxUrl: counterpart.url,
    silentUrl: silent.url,
    serviceAt,
    close: async () => {
      // Where the service was never there nothing waits for its address any more.
      serviceAt("http://127.0.0.1:9/");
      await Promise.all([counterpart.close(), silent.close()]);
    },
  };
}
