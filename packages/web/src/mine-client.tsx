// Composition root of "Mitt forløp" in the browser: takes over the page that the service has sent.
import "@digdir/designsystemet-css/theme";
import "@digdir/designsystemet-css";
import "@fontsource-variable/inter/wght.css";
import "./app/styles/base.css";
import "./app/styles/frame.css";
import "./features/mine/mine.css";
import { StrictMode, useRef, useState } from "react";
import { hydrateRoot } from "react-dom/client";
import { applyTheme, keptTheme, printLight } from "./app/theme.ts";
import { type Ask, versionIn } from "./features/mine/ask.ts";
import { MineProvider } from "./features/mine/mine-context.tsx";
import { MinePage } from "./features/mine/mine-page.tsx";
import { loadPage, type PageData } from "./features/mine/page-data.ts";

const ask: Ask = async (url) => {
  const answer = await fetch(url, { headers: { accept: "application/json" } });
  const body: unknown = await answer.json().catch(() => undefined);
  return { status: answer.status, body, version: versionIn(answer.headers.get("etag")) };
};

function Mine({ first }: { readonly first: PageData }) {
  const [data, setData] = useState(first);
  const [asked, shown] = [useRef(0), useRef(0)];
  const refresh = async (): Promise<void> => {
    const { page, language, mine } = data;
    const turn = ++asked.current;
    const next = await loadPage({ page, language, courseId: mine?.courseId }, ask);
    // What is shown already is better than that it could not be fetched again, or than what was asked for before it.
    if (next.failed || turn < shown.current) return;
    shown.current = turn;
    setData(next);
  };
  return (
    <MineProvider data={data} refresh={refresh}>
      <MinePage />
    </MineProvider>
  );
}

applyTheme(keptTheme());
printLight();

const root = document.getElementById("root");
const sent = document.getElementById("data")?.textContent;
if (root === null || sent == null) throw new Error("bug: a page of the service without its data");
hydrateRoot(
  root,
  <StrictMode>
    <Mine first={JSON.parse(sent) as PageData} />
  </StrictMode>,
);
