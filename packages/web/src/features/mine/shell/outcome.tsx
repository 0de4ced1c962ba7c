// Knows what is said after something was sent: that it is kept, or what to do.
import { useMineTexts } from "../mine-context.tsx";
import type { SendState } from "../use-send.ts";
import { mineWords } from "./texts.ts";

export function Outcome({ state, sent }: { readonly state: SendState; readonly sent?: string }) {
  const t = useMineTexts(mineWords);
  return (
    <>
      <p role="status" className="mine-outcome">
        {state === "sending" && t.sending}
        {state === "sent" && (sent ?? t.sent)}
      </p>
      {["failed", "stale", "logged-out"].includes(state) && (
        <div className="ds-alert" data-color="warning" role="alert">
          <p>{state === "stale" ? t.stale : state === "failed" ? t.failed : t.loggedOut}</p>
          {state === "logged-out" && (
            <a className="ds-link" href="/login?returnTo=/mitt" target="_blank" rel="noreferrer">
              {t.logIn}
            </a>
          )}
        </div>
      )}
    </>
  );
}
