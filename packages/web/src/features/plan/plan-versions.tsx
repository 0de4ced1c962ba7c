// Knows how the earlier versions of a plan are read, and what was new in each.
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { PlanContent } from "./plan-content.tsx";
import { changeBetween, type PlanVersion } from "./plan-draft.ts";
import { planTexts } from "./texts.ts";

/** What is new in the version after the other; nothing where no goal and no measure is another. */
export function WhatIsNew({
  before,
  version,
}: {
  readonly before: PlanVersion | undefined;
  readonly version: PlanVersion;
}) {
  const t = useScreenTexts(planTexts);
  if (before === undefined) return null;
  const { added, gone } = changeBetween(before, version);
  return (
    <section aria-label={t.whatIsNew}>
      <p>
        <strong>{t.whatIsNew}:</strong> {version.whatChanged}
      </p>
      <ul className="plain-list">
        {added.map((line) => (
          <li key={line}>
            + <ins>{line}</ins> <span className="subtle">({t.added})</span>
          </li>
        ))}
        {gone.map((line) => (
          <li key={line}>
            – <del>{line}</del> <span className="subtle">({t.gone})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function PlanVersions({ versions }: { readonly versions: readonly PlanVersion[] }) {
  const t = useScreenTexts(planTexts);
  const { date } = useTexts();
  const earlier = versions.slice(0, -1).toReversed();
  if (earlier.length === 0) return null;
  return (
    <details className="fold">
      <summary>{t.earlier}</summary>
      <ol className="plain-list">
        {earlier.map((version) => (
          <li key={version.number} className="form-block">
            <h4 className="ds-heading">{t.version(version.number, date(version.on))}</h4>
            <WhatIsNew before={versions[version.number - 2]} version={version} />
            <PlanContent version={version} />
          </li>
        ))}
      </ol>
    </details>
  );
}
