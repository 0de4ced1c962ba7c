// Knows how a source is shown: its title with a link, the section, who published it.
import type { SourceView } from "../../app/api/contract.ts";
import { useTexts } from "../../i18n/texts-context.tsx";

/** Only a web address becomes a link. */
function webAddress(url: string | null): string | undefined {
  return url !== null && /^https?:\/\//.test(url) ? url : undefined;
}

export function SourceText({ source }: { readonly source: SourceView }) {
  const { t, date } = useTexts();
  const href = webAddress(source.url);
  const more = [
    source.publisher,
    source.section,
    source.lastChecked === null ? null : t.trace.lastChecked(date(source.lastChecked)),
  ].filter((part) => part !== null);
  return (
    <>
      {href === undefined ? (
        source.title
      ) : (
        <a className="ds-link" href={href} target="_blank" rel="noreferrer">
          {source.title}
          <span className="visually-hidden"> ({t.trace.newTab})</span>
          <span aria-hidden="true"> ↗</span>
        </a>
      )}
      {more.length > 0 && <span className="subtle"> · {more.join(" · ")}</span>}
    </>
  );
}
