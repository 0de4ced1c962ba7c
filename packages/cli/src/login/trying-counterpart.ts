// Knows the receiver beside a service that is tried out: it takes every message and answers with real receipts.
import { type Counterpart, machineLogin, startCounterpart } from "@rettvei/demo";
import type { ClientKey } from "@rettvei/service";

const SEED = 1;

export interface TryingCounterpart {
  /** Where the service hands messages over. */
  readonly outboxUrl: string;
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
  return {
    outboxUrl: counterpart.url,
    serviceAt,
    close: async () => {
      // Where the service was never there nothing waits for its address any more.
      serviceAt("http://127.0.0.1:9/");
      await counterpart.close();
    },
  };
}
