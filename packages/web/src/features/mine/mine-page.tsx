// Knows which component each page of "Mitt forløp" is.
import type { ComponentType } from "react";
import { AccessibilityPage } from "./accessibility/accessibility-page.tsx";
import { AfterPage } from "./after/after-page.tsx";
import { ClosePage } from "./close/close-page.tsx";
import { DocumentsPage } from "./documents/documents-page.tsx";
import { InsightPage } from "./insight/insight-page.tsx";
import { useMine, useMineTexts } from "./mine-context.tsx";
import { OverviewPage } from "./overview/overview-page.tsx";
import { needsCourse, type PageId } from "./pages.ts";
import { PlanPage } from "./plan/plan-page.tsx";
import { SharingPage } from "./sharing/sharing-page.tsx";
import { Heading } from "./shell/heading.tsx";
import { Shell } from "./shell/shell.tsx";
import { mineWords } from "./shell/texts.ts";
import { Trouble } from "./shell/trouble.tsx";
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
  accessibility: AccessibilityPage,
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

function Content() {
  const { page, mine, failed } = useMine().data;
  const Page = PAGES[page];
  if (failed) return <Trouble />;
  return mine === undefined && needsCourse(page) ? <Nothing /> : <Page />;
}

export function MinePage() {
  return (
    <Shell>
      <Content />
    </Shell>
  );
}
