// Knows how a referrer sees the referrals that are begun and not sent: to go on with, or to throw away.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useNames } from "../../app/api/use-names.ts";
import { useWrite } from "../../app/api/use-write.ts";
import { Failure } from "../../components/failure.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { deleteDraft, draftsQuery } from "../referral-writing/draft-asking.ts";
import { forgetDraft, hearDraft, keptDraft } from "../referral-writing/kept-draft.ts";
import { myReferralsTexts } from "./texts.ts";

interface Begun {
  readonly draftId: string;
  readonly savedAt: string;
  readonly deletedAt: string;
  readonly pathway: string;
  readonly name: string;
}

const goOnHere = (button: HTMLButtonElement | null): void => button?.focus();

function DeleteWays({ draftId, name }: { readonly draftId: string; readonly name: string }) {
  const t = useScreenTexts(myReferralsTexts);
  const [asked, ask] = useState(false);
  const write = useWrite((id: string, key) => deleteDraft(id, key), [draftsQuery.queryKey]);
  if (!asked) {
    return (
      <button
        type="button"
        className="ds-button"
        data-variant="tertiary"
        data-size="sm"
        aria-label={`${t.deleteDraft}: ${name}`}
        onClick={() => ask(true)}
      >
        {t.deleteDraft}
      </button>
    );
  }
  const forget = (): void => {
    if (keptDraft()?.saved?.draftId === draftId) forgetDraft();
  };
  return (
    <>
      <span>{t.deleteSure}</span>
      <button
        type="button"
        className="ds-button"
        data-color="danger"
        data-size="sm"
        disabled={write.isSending}
        onClick={() => write.send(draftId, forget)}
      >
        {t.deleteDraft}
      </button>
      <button
        // Who pressed by keyboard goes on from here: the button that was pressed is gone.
        ref={goOnHere}
        type="button"
        className="ds-button"
        data-variant="tertiary"
        data-size="sm"
        onClick={() => ask(false)}
      >
        {t.cancel}
      </button>
      {write.error !== null && <Failure error={write.error} />}
    </>
  );
}

function BegunLine({ begun }: { readonly begun: Begun }) {
  const t = useScreenTexts(myReferralsTexts);
  const { instant } = useTexts();
  const { pathway } = useNames();
  const { draftId, savedAt, deletedAt } = begun;
  const name = begun.name.trim() === "" ? t.nameless : begun.name;
  return (
    <li className="my-referral">
      <p className="my-referral-top">
        <Link to="/referrals/new" search={{ draft: draftId }} className="ds-link">
          {t.goOn}: {name}
        </Link>
      </p>
      <p>{begun.pathway === "" ? t.noPathway : pathway(begun.pathway)}</p>
      <p className="subtle">
        {t.savedAt} {instant(savedAt)} · {t.deletedAt} {instant(deletedAt)}
      </p>
      <div className="form-ways">
        <DeleteWays draftId={draftId} name={name} />
      </div>
    </li>
  );
}

/** Nothing where none is begun. */
export function BegunReferrals() {
  const t = useScreenTexts(myReferralsTexts);
  const { data, error, refetch } = useQuery(draftsQuery);
  // What was being written when this page was opened may be saved only now.
  const version = useSyncExternalStore(hearDraft, () => keptDraft()?.saved?.version);
  const shown = useRef(version);
  useEffect(() => {
    if (shown.current !== version) void refetch();
    shown.current = version;
  }, [version, refetch]);
  if (error !== null) return <Failure error={error} />;
  if (data === undefined || data.drafts.length === 0) return null;
  return (
    <section aria-labelledby="begun-referrals">
      <h2 id="begun-referrals" className="ds-heading" data-size="xs">
        {t.drafts}
      </h2>
      <ul className="plain-list">
        {data.drafts.map((begun) => (
          <BegunLine key={begun.draftId} begun={begun} />
        ))}
      </ul>
    </section>
  );
}
