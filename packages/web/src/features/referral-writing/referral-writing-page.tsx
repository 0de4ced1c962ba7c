// Knows the page on which a referral is written and sent, and one that was begun elsewhere is gone on with.
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useSyncExternalStore } from "react";
import { sessionQuery } from "../../app/api/queries.ts";
import { Answered } from "../../components/answered.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { draftOf, draftQuery, type WholeDraft } from "./draft-asking.ts";
import { DraftLine } from "./draft-line.tsx";
import {
  continueDraft,
  forgetDraft,
  hearDraft,
  keepDraft,
  keptDraft,
  saveNow,
} from "./kept-draft.ts";
import { emptyDraft, type ReferralDraft } from "./referral-draft.ts";
import { ReferralForm } from "./referral-form.tsx";
import { writingTexts } from "./texts.ts";

/** What is not saved when somebody leaves the page, or looks at another window, is saved then. */
function useSavingAtTheEnd(): void {
  useEffect(() => {
    const leave = (): void => void saveNow();
    document.addEventListener("visibilitychange", leave);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      leave();
    };
  }, []);
}

function Writing() {
  const t = useScreenTexts(writingTexts);
  const { data: session } = useQuery(sessionQuery);
  const navigate = useNavigate();
  const kept = useSyncExternalStore(hearDraft, keptDraft);
  const draft = kept?.draft ?? emptyDraft(session?.name ?? "");
  const set = (change: Partial<ReferralDraft>): void =>
    keepDraft({ ...(keptDraft()?.draft ?? draft), ...change });
  useSavingAtTheEnd();
  const beginAnew = async (): Promise<void> => {
    await saveNow();
    forgetDraft();
    void navigate({ to: "/referrals/new", search: {} });
  };
  return (
    <>
      <p className="subtle">{t.kept}</p>
      <div className="draft-ways">
        <DraftLine kept={kept} />
        {kept?.saved !== undefined && kept.trouble === undefined && (
          <button
            type="button"
            className="ds-button"
            data-variant="tertiary"
            data-size="sm"
            onClick={() => void beginAnew()}
          >
            {t.beginAnew}
          </button>
        )}
      </div>
      <ReferralForm draft={draft} set={set} />
    </>
  );
}

function Continued({ whole }: { readonly whole: WholeDraft }) {
  useEffect(() => continueDraft(draftOf(whole.content), whole), [whole]);
  return null;
}

/** It is read once; from then on it is the one of this window. */
function Reading({ draftId }: { readonly draftId: string }) {
  return (
    <Answered question={useQuery(draftQuery(draftId))}>
      {(whole) => <Continued whole={whole} />}
    </Answered>
  );
}

export function ReferralWritingPage({ draftId }: { readonly draftId: string | undefined }) {
  const t = useScreenTexts(writingTexts);
  const here = useSyncExternalStore(hearDraft, () => keptDraft()?.saved?.draftId);
  const elsewhere = draftId !== undefined && draftId !== here;
  return (
    <>
      <PageHeading title={t.title}>{t.title}</PageHeading>
      <p className="lead">{t.lead}</p>
      {elsewhere ? <Reading draftId={draftId} /> : <Writing />}
    </>
  );
}
