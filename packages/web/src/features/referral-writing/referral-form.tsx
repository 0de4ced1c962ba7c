// Knows the form in which a referral is written: who and where on one side, the checklist on the other, and sending.
import "./referral-writing.css";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useSyncExternalStore } from "react";
import { answered, api, writing } from "../../app/api/client.ts";
import { checklistQuery, myReferralsQuery } from "../../app/api/referral-queries.ts";
import { ApiError } from "../../app/api/request.ts";
import { useWriting } from "../../app/api/use-writing.ts";
import { Failure } from "../../components/failure.tsx";
import { WordsField } from "../../components/words-field.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { ChecklistPart } from "./checklist-part.tsx";
import { draftsQuery } from "./draft-asking.ts";
import { DraftLine } from "./draft-line.tsx";
import { forgetDraft, hearDraft, keptDraft, saveNow } from "./kept-draft.ts";
import { missingIn, needsOf, type ReferralDraft, toSend } from "./referral-draft.ts";
import { writingTexts } from "./texts.ts";
import { WherePart } from "./where-part.tsx";
import { OwnWordsPart, PatientPart, ReferrerPart } from "./who-part.tsx";

export interface PartProps {
  readonly draft: ReferralDraft;
  readonly set: (change: Partial<ReferralDraft>) => void;
}

type Sent = ReturnType<typeof toSend>;

function useSend() {
  const navigate = useNavigate();
  const client = useQueryClient();
  return useWriting({
    write: async (body: Sent, key) => {
      await saveNow();
      const draftId = keptDraft()?.saved?.draftId;
      const whole = draftId === undefined ? body : { ...body, draftId };
      const params = { header: writing(key) };
      return answered(api.POST("/api/referrals", { params, body: whole }));
    },
    changes: [myReferralsQuery.queryKey],
    onDone: ({ referralId }) => {
      // Sent, it is no draft any more: no list shows it as one, not even until it has been asked anew.
      client.removeQueries({ queryKey: draftsQuery.queryKey });
      // Forgotten once its page is left, which would else ask for a draft that is gone.
      const to = { to: "/my-referrals/$referralId", params: { referralId } } as const;
      void navigate(to).finally(forgetDraft);
    },
  });
}

/** The number's check digits are the service's to know. */
function isWrongNumber(error: unknown): boolean {
  return (
    error instanceof ApiError && error.details.some(({ path }) => path === "/patient/personNumber")
  );
}

function SendPart({
  draft,
  items,
  missing,
}: {
  readonly draft: ReferralDraft;
  readonly items: readonly string[];
  readonly missing: readonly string[];
}) {
  const t = useScreenTexts(writingTexts);
  const kept = useSyncExternalStore(hearDraft, keptDraft);
  const { mutate, isPending, error } = useSend();
  const needs = needsOf(draft, missing.length);
  return (
    <div className="panel">
      {needs.length > 0 && (
        <section aria-label={t.stillNeeded}>
          <p>{t.stillNeeded}:</p>
          <ul className="needs">
            {needs.map((need) => (
              <li key={need}>{t.needs[need]}</li>
            ))}
          </ul>
        </section>
      )}
      <div className="form-ways">
        <button
          type="button"
          className="ds-button"
          data-color="accent"
          disabled={needs.length > 0 || isPending}
          onClick={() => mutate(toSend(draft, items))}
        >
          {isPending ? t.sending : t.send}
        </button>
        <span className="subtle">{t.after}</span>
      </div>
      {kept?.trouble !== "elsewhere" && <DraftLine kept={kept} />}
      {isWrongNumber(error) ? (
        <p role="alert" className="ds-alert" data-color="danger">
          {t.wrongNumber}
        </p>
      ) : (
        error !== null && <Failure error={error} />
      )}
    </div>
  );
}

export function ReferralForm({ draft, set }: PartProps) {
  const t = useScreenTexts(writingTexts);
  const checklist = useQuery(checklistQuery(draft.pathway));
  const items = checklist.data?.items ?? [];
  const ids = items.map(({ item }) => item);
  const missing = missingIn(draft, ids);
  return (
    <div className="referral-form">
      <div className="referral-who">
        <WherePart draft={draft} set={set} />
        <PatientPart draft={draft} set={set} />
        <ReferrerPart draft={draft} set={set} />
        <OwnWordsPart draft={draft} set={set} />
      </div>
      <div className="referral-what">
        {checklist.isError && <Failure error={checklist.error} />}
        {checklist.data === undefined ? (
          <p className="empty">{t.noChecklist}</p>
        ) : (
          <ChecklistPart
            items={items}
            edition={checklist.data.edition}
            missing={missing}
            points={draft.points}
            onChange={(item, point) => set({ points: { ...draft.points, [item]: point } })}
          />
        )}
        {missing.length > 0 && draft.urgency !== "emergency" && (
          <WordsField
            label={`${t.missing(missing.length)}. ${t.incompleteBecause}`}
            hint={t.incompleteHint}
            rows={2}
            value={draft.incompleteBecause}
            onChange={(incompleteBecause) => set({ incompleteBecause })}
          />
        )}
        <SendPart draft={draft} items={ids} missing={missing} />
      </div>
    </div>
  );
}
