// Knows how far this machine's clock is from the issuer's, by the time that each of its answers tells.
const ALARM_SECONDS = 5;

export interface IssuerClock {
  /** Asks as `fetch` does, and notes the time that the answer tells. */
  readonly fetch: typeof fetch;
  /** Whole seconds that we are ahead (or, below zero, behind), where that is more than five; else undefined. */
  readonly wrongBy: () => number | undefined;
}

/** A clock told in whole seconds may seem to be up to one behind, and by as long as the answer was on its way. */
function awayBy(told: number, asked: number, answered: number): number {
  if (answered < told) return answered - told;
  return asked > told + 1_000 ? asked - (told + 1_000) : 0;
}

export function issuerClock(ask: typeof fetch = fetch, now = Date.now): IssuerClock {
  let seconds = 0;
  return {
    fetch: async (input, init) => {
      const asked = now();
      const answer = await ask(input, init);
      const told = Date.parse(answer.headers.get("date") ?? "");
      if (!Number.isNaN(told)) seconds = Math.trunc(awayBy(told, asked, now()) / 1_000);
      return answer;
    },
    wrongBy: () => (Math.abs(seconds) >= ALARM_SECONDS ? seconds : undefined),
  };
}
