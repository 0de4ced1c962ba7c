// Knows how something is written from "Mitt forløp": once, with its key, and the page is right afterwards.
import { useRef, useState } from "react";
import { useMine } from "./mine-context.tsx";

export type SendState = "idle" | "sending" | "sent" | "failed" | "stale" | "logged-out";

export interface Send {
  readonly state: SendState;
  /** Answers whether it was kept. */
  readonly send: (url: string, body: unknown, version?: number) => Promise<boolean>;
}

function stateOf(status: number): SendState {
  if (status === 401) return "logged-out";
  return status === 409 ? "stale" : "failed";
}

export function useSend(): Send {
  const { refresh } = useMine();
  const [state, setState] = useState<SendState>("idle");
  const attempt = useRef<{ readonly what: string; readonly key: string } | undefined>(undefined);
  const send: Send["send"] = async (url, body, version) => {
    const what = JSON.stringify([url, body, version]);
    // The same thing sent again after a failure is done once.
    if (attempt.current?.what !== what) attempt.current = { what, key: crypto.randomUUID() };
    setState("sending");
    const headers = {
      "content-type": "application/json",
      "idempotency-key": attempt.current.key,
      ...(version === undefined ? {} : { "if-match": `"${version}"` }),
    };
    const init = { method: "POST", headers, body: JSON.stringify(body) };
    const status = await fetch(url, init).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 201) attempt.current = undefined;
    const kept = status === 201;
    if (kept || status === 409) await refresh().catch(() => undefined);
    setState(kept ? "sent" : stateOf(status));
    return kept;
  };
  return { state, send };
}
