// Knows the way from referral to what follows, with the reader's place on it: by shape and words, not by colour alone.
import { useMineTexts, usePathway, useWords } from "../mine-context.tsx";
import { overviewTexts } from "./texts.ts";

export function Steps() {
  const t = useMineTexts(overviewTexts);
  const { pick } = useWords();
  const { phases } = usePathway();
  return (
    <ol className="mine-steps" aria-label={t.steps}>
      {phases.map(({ id, name, state }) => (
        <li key={id} data-state={state} aria-current={state === "current" ? "step" : undefined}>
          <span className="mine-step-name">{pick(name)}</span>{" "}
          <span className="mine-step-state">{t.states[state]}</span>
        </li>
      ))}
    </ol>
  );
}
