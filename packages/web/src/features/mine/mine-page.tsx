// Knows which component each page of "Mitt forløp" is.
import type { ComponentType } from "react";
import { AfterPage } from "./after/after-page.tsx";
import { ClosePage } from "./close/close-page.tsx";
import { DocumentsPage } from "./documents/documents-page.tsx";
import { InsightPage } from "./insight/insight-page.tsx";
import { useMine, useMineTexts } from "./mine-context.tsx";
import { OverviewPage } from "./overview/overview-page.tsx";
import type { PageId } from "./pages.ts";
import { PlanPage } from "./plan/plan-page.tsx";
import { SharingPage } from "./sharing/sharing-page.tsx";
import { Heading } from "./shell/heading.tsx";
import { Shell } from "./shell/shell.tsx";
import { mineWords } from "./shell/texts.ts";
import { VoicePage } from "./voice/voice-page.tsx";

const PAGES: Readonly<Record<PageId, ComponentType>> = {
  overview: OverviewPage,
  plan: PlanPage,
  voice: VoicePage,
  documents: DocumentsPage,
  insight: InsightPage,
  sharing: SharingPage,
  after: AfterPage,
  close: ClosePage,
};

function Nothing() {
  const t = useMineTexts(mineWords);
  return (
    <>
      <Heading title={t.pages.overview} lead={t.nothing} />
      <p className="mine-lead">{t.nothingWhy}</p>
    </>
  );
}

export function MinePage() {
  const { page, mine } = useMine().data;
  const Page = PAGES[page];
  const nothing = mine === undefined && page !== "close";
  return <Shell>{nothing ? <Nothing /> : <Page />}</Shell>;
}
