// Knows the plans of a course as staff read them, and where they are written together with the patient.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { sessionQuery } from "../../app/api/queries.ts";
import { useDraft } from "../../app/drafts.ts";
import { Answered } from "../../components/answered.tsx";
import { NoTaskHere } from "../../components/no-task-here.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { PatientWords } from "./patient-words.tsx";
import { PlanContent } from "./plan-content.tsx";
import { draftFrom, PLAN_KINDS, type PlanDraft, type PlanKind } from "./plan-draft.ts";
import { type Plan, plansQuery } from "./plan-queries.ts";
import { PlanTogether } from "./plan-together.tsx";
import { PlanVersions, WhatIsNew } from "./plan-versions.tsx";
import { planTexts } from "./texts.ts";

interface Begun {
  readonly draft: PlanDraft;
  readonly begunAt: number;
}

interface KindProps {
  readonly courseId: string;
  readonly kind: PlanKind;
  readonly plan: Plan | undefined;
  readonly mayWrite: boolean;
}

function Writing({ courseId, kind, plan }: KindProps) {
  const t = useScreenTexts(planTexts);
  const [begun, keep] = useDraft<Begun>(`plan ${kind} ${courseId}`);
  const [open, setOpen] = useState(false);
  const [saved, setSaved] = useState(false);
  const begin = () => {
    const last = plan?.versions.at(-1);
    if (begun === undefined) keep({ draft: draftFrom(last), begunAt: last?.number ?? 0 });
    setSaved(false);
    setOpen(true);
  };
  const asked = plan === undefined ? t.write : t.change;
  return (
    <>
      <div className="form-ways">
        <button type="button" className="ds-button" onClick={begin}>
          {begun === undefined ? asked : t.goOn}
        </button>
        {begun !== undefined && <span className="subtle">{t.draftKept}</span>}
        {saved && <span role="status">{t.saved}</span>}
      </div>
      {open && begun !== undefined && (
        <PlanTogether
          courseId={courseId}
          kind={kind}
          plan={plan}
          draft={begun.draft}
          begunAt={begun.begunAt}
          onChange={(draft) => keep({ ...begun, draft })}
          onClose={() => setOpen(false)}
          onSaved={() => {
            keep(undefined);
            setOpen(false);
            setSaved(true);
          }}
        />
      )}
    </>
  );
}

function KindOfPlan(props: KindProps) {
  const { courseId, kind, plan, mayWrite } = props;
  const t = useScreenTexts(planTexts);
  const { date } = useTexts();
  const current = plan?.versions.at(-1);
  return (
    <section aria-label={t.kinds[kind]} className="form-block">
      <h2 className="ds-heading" data-size="xs">
        {t.kinds[kind]}
      </h2>
      {current === undefined ? (
        <p className="subtle">{t.none}</p>
      ) : (
        <>
          <p className="subtle">{t.version(current.number, date(current.on))}</p>
          <WhatIsNew before={plan?.versions.at(-2)} version={current} />
          <PlanContent version={current} />
        </>
      )}
      {plan !== undefined && <PatientWords courseId={courseId} plan={plan} mayWrite={mayWrite} />}
      {mayWrite && <Writing {...props} />}
      {plan !== undefined && <PlanVersions versions={plan.versions} />}
    </section>
  );
}

export function PlanPage({ courseId }: { readonly courseId: string }) {
  const question = useQuery(plansQuery(courseId));
  const { data: session } = useQuery(sessionQuery);
  const mayWrite = session?.held?.role === "practitioner";
  return (
    <Answered question={question} notThere={<NoTaskHere courseId={courseId} />}>
      {({ plans }) => (
        <div className="sheet">
          {PLAN_KINDS.map((kind) => (
            <KindOfPlan
              key={kind}
              courseId={courseId}
              kind={kind}
              plan={plans.find((plan) => plan.kind === kind)}
              mayWrite={mayWrite}
            />
          ))}
        </div>
      )}
    </Answered>
  );
}
