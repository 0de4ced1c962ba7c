// Knows the page on which a referral is written and sent.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { sessionQuery } from "../../app/api/queries.ts";
import { PageHeading } from "../../components/page-heading.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { emptyDraft } from "./referral-draft.ts";
import { ReferralForm } from "./referral-form.tsx";
import { writingTexts } from "./texts.ts";

export function ReferralWritingPage() {
  const t = useScreenTexts(writingTexts);
  const { data: session } = useQuery(sessionQuery);
  const [draft, setDraft] = useState(() => emptyDraft(session?.name ?? ""));
  return (
    <>
      <PageHeading title={t.title}>{t.title}</PageHeading>
      <p className="lead">{t.lead}</p>
      <ReferralForm draft={draft} set={(change) => setDraft({ ...draft, ...change })} />
    </>
  );
}
