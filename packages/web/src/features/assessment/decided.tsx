// Knows how a referral looks at the unit when it is decided.
import { Link } from "@tanstack/react-router";
import type { Referral } from "../../app/api/referral-queries.ts";
import { useNames } from "../../app/api/use-names.ts";
import { DateText } from "../../components/date-text.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { LegalDeadline } from "./legal-deadline.tsx";
import { assessmentTexts } from "./texts.ts";

function Words({ referral }: { readonly referral: Referral }) {
  const t = useScreenTexts(assessmentTexts);
  const { decision } = referral;
  if (decision === null) return null;
  const parts = [
    [t.reasons, decision.reasons],
    [t.furtherMeasures, decision.furtherMeasures],
    [t.howToComplain, decision.howToComplain],
    [t.text, decision.text],
  ] as const;
  return parts.map(([title, words]) =>
    words === null ? null : (
      <div key={title}>
        <h3 className="ds-heading" data-size="2xs">
          {title}
        </h3>
        <p className="said">{words}</p>
      </div>
    ),
  );
}

export function Decided({
  referral,
  version,
  decides,
}: {
  readonly referral: Referral;
  readonly version: number;
  readonly decides: boolean;
}) {
  const t = useScreenTexts(assessmentTexts);
  const { t: common } = useTexts();
  const { pathway } = useNames();
  const { decision, cancelled, state, courseId } = referral;
  return (
    <section className="panel assessment-decision" aria-labelledby="decided-title">
      <h2 id="decided-title" className="ds-heading" data-size="xs">
        {t.states[state]}
      </h2>
      {cancelled !== null && (
        <p>
          <DateText on={cancelled.on} />: {cancelled.reason}
        </p>
      )}
      {decision !== null && (
        <dl className="pairs">
          <dt>{t.decide}</dt>
          <dd>
            <DateText on={decision.on} />
          </dd>
          {decision.pathway !== null && (
            <>
              <dt>{t.chosenPathway}</dt>
              <dd>{pathway(decision.pathway)}</dd>
            </>
          )}
          {decision.grantedFor !== null && (
            <>
              <dt>{t.grantedFor}</dt>
              <dd>{common.grantedFor[decision.grantedFor]}</dd>
            </>
          )}
        </dl>
      )}
      <LegalDeadline
        referral={referral}
        version={version}
        mayMove={decides && state === "right-granted"}
      />
      <Words referral={referral} />
      {state === "right-granted" && (
        <p>
          <Link to="/courses/$courseId" params={{ courseId }} className="ds-link">
            {t.openCourse}
          </Link>
        </p>
      )}
    </section>
  );
}
