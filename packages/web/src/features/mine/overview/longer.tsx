// Knows how it is told that something has taken longer than recommended: without blame, and with what one may do.
import { useMineTexts, usePathway, useWords } from "../mine-context.tsx";
import { addressOf } from "../pages.ts";
import { useChosen } from "../shell/shell.tsx";
import { overviewTexts } from "./texts.ts";

export function Longer() {
  const t = useMineTexts(overviewTexts);
  const { pick, date } = useWords();
  const { longer, relation } = usePathway();
  const chosen = useChosen();
  if (longer.length === 0) return null;
  const byLaw = longer.some(({ standing }) => standing === "statutory");
  return (
    <div className="ds-alert mine-longer" data-color={byLaw ? "warning" : "info"}>
      <h3 className="ds-heading" data-size="xs">
        {byLaw ? t.longerLaw : t.longer}
      </h3>
      {longer.map(({ name, standing, dueOn }) => (
        <p key={`${name.nb} ${dueOn}`}>
          {(standing === "statutory" ? t.longerLawStep : t.longerStep)(pick(name), date(dueOn))}
        </p>
      ))}
      <p>{longer.some(({ postponed }) => postponed) ? t.moved : t.noReason}</p>
      <p>{byLaw ? t.lawHelp : t.notYou}</p>
      {relation === "own" && (
        <a className="ds-link" href={`${addressOf("voice", chosen)}`}>
          {t.ask}
        </a>
      )}
    </div>
  );
}
