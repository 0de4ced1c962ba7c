// Knows the page on which a referral is written and sent.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { sessionQuery } from "../../app/api/queries.ts";
import { PageHeading } from "../../components/page-heading.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { keepDraft, keptDraft } from "./kept-draft.ts";
import { emptyDraft, type ReferralDraft } from "./referral-draft.ts";
import { ReferralForm } from "./referral-form.tsx";
import { writingTexts } from "./texts.ts";

export function ReferralWritingPage() {
  const t = useScreenTexts(writingTexts);
  const { data: session } = useQuery(sessionQuery);
  const [draft, setDraft] = useState(() => keptDraft() ?? emptyDraft(session?.name ?? ""));
  const set = (change: Partial<ReferralDraft>): void => {
    const next = { ...draft, ...change };
    keepDraft(next);
    setDraft(next);
  };
  return (
    <>
      <PageHeading title={t.title}>{t.title}</PageHeading>
      <p className="lead">{t.lead}</p>
      <p className="subtle">{t.kept}</p>
      <ReferralForm draft={draft} set={set} />
    </>
  );
}
