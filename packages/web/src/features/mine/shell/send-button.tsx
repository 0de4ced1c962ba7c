// Knows a button that does one thing at once, and says whether it was done.
import { useMine } from "../mine-context.tsx";
import { useSend } from "../use-send.ts";
import { Outcome } from "./outcome.tsx";

export function SendButton({
  label,
  url,
  version,
}: {
  readonly label: string;
  readonly url: string;
  readonly version: number;
}) {
  const { alive } = useMine();
  const { state, send } = useSend();
  if (!alive) return null;
  return (
    <div className="mine-no-print">
      <button
        type="button"
        className="ds-button"
        data-variant="tertiary"
        onClick={() => void send(url, {}, version)}
      >
        {label}
      </button>
      <Outcome state={state} />
    </div>
  );
}
