// Knows what the operator decides of sending: the common address, how often, and how long an answer may take.

export interface SendingSettings {
  /** Passes on messages to organisations that have no address of their own in the book. */
  readonly outboxUrl?: string | undefined;
  /** How often a message is tried; never more often than its job says. */
  readonly attempts: number;
  readonly timeoutMs: number;
}

export const DEFAULT_SENDING: SendingSettings = { attempts: 10, timeoutMs: 10_000 };
