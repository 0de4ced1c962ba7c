// Composition root of "Mitt forløp" on the server: a page as HTML that can be read before any script has run.
import type { Language } from "@rettvei/engine";
import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import type { Ask } from "./features/mine/ask.ts";
import { MineProvider } from "./features/mine/mine-context.tsx";
import { MinePage } from "./features/mine/mine-page.tsx";
import { loadPage, type PageData } from "./features/mine/page-data.ts";
import { pageAt } from "./features/mine/pages.ts";
import { titleOf } from "./features/mine/title.ts";

/** What the service asks for. */
export interface PageWanted {
  readonly path: string;
  readonly courseId: string | undefined;
  readonly language: Language;
  readonly ask: Ask;
  /** Addresses of the page's script and styles. */
  readonly script: string;
  readonly styles: readonly string[];
}

export interface Rendered {
  readonly html: string;
  /** The service could not tell everything: the page says so. */
  readonly failed: boolean;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
const attribute = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? "");
/** JSON inside an element: nothing in it can end the element. */
const asJson = (data: PageData): string =>
  JSON.stringify(data)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");

function htmlOf(data: PageData, { script, styles }: PageWanted): string {
  const content = renderToString(
    <StrictMode>
      <MineProvider data={data} refresh={async () => undefined}>
        <MinePage />
      </MineProvider>
    </StrictMode>,
  );
  return `<!doctype html>
<html lang="${data.language}" data-color-scheme="auto">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<meta name="robots" content="noindex" />
<link rel="icon" type="image/svg+xml" href="/mark.svg" />
${styles.map((href) => `<link rel="stylesheet" href="${attribute(href)}" />`).join("\n")}
<title>${attribute(titleOf(data))}</title>
</head>
<body class="mine" data-color="neutral" data-size="md">
<div id="root">${content}</div>
<script type="application/json" id="data">${asJson(data)}</script>
<script type="module" src="${attribute(script)}"></script>
</body>
</html>
`;
}

/** The page; undefined where the address is of none. */
export async function renderPage(wanted: PageWanted): Promise<Rendered | undefined> {
  const { path, courseId, language, ask } = wanted;
  const page = pageAt(path);
  if (page === undefined) return undefined;
  const data = await loadPage({ page, language, courseId }, ask);
  return { html: htmlOf(data, wanted), failed: data.failed };
}
