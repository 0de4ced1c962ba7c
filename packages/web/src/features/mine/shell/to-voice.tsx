// Knows the way to where a patient writes to those who help: beside whatever says that one may ask.
import { useMine, useMineTexts, useReader } from "../mine-context.tsx";
import { addressOf } from "../pages.ts";
import { useChosen } from "./shell.tsx";
import { mineWords } from "./texts.ts";

/** Nothing for those who read for somebody else: they write to nobody here. */
export function ToVoice() {
  const t = useMineTexts(mineWords);
  const reader = useReader();
  const chosen = useChosen();
  const { mine } = useMine().data;
  if (reader === "other" || mine === undefined) return null;
  return (
    <a className="ds-link mine-no-print" href={addressOf("voice", chosen)}>
      {t.toVoice}
    </a>
  );
}
