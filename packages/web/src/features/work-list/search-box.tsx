// Knows the search of a work list: by name or year of birth, kept on this page alone and never in the address.
import { useQuery } from "@tanstack/react-query";
import { useId, useRef } from "react";
import type { Texts } from "../../app/api/contract.ts";
import { Failure } from "../../components/failure.tsx";
import { Loading } from "../../components/loading.tsx";
import { isEnough } from "../../components/patient-search.tsx";
import { useSettled } from "../../components/use-settled.ts";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import type { ListOf } from "./list-of.ts";
import { searchQuery } from "./list-queries.ts";
import { listTexts } from "./texts.ts";
import { useShortcut } from "./use-shortcut.ts";
import { WorkRows } from "./work-rows.tsx";

const REST_MS = 250;

export function SearchBox({
  words,
  onChange,
}: {
  readonly words: string;
  readonly onChange: (words: string) => void;
}) {
  const t = useScreenTexts(listTexts);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [on, turn] = useShortcut("/", () => input.current?.focus());
  return (
    <search className="list-search" aria-label={t.search}>
      <label htmlFor={id}>{t.search}</label>
      <input
        ref={input}
        id={id}
        type="search"
        className="ds-input"
        autoComplete="off"
        maxLength={100}
        aria-describedby={`${id}-hint`}
        value={words}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={({ key }) => key === "Escape" && onChange("")}
      />
      <label className="list-shortcut subtle">
        <input type="checkbox" checked={on} onChange={turn} /> {t.shortcut}
      </label>
      <p id={`${id}-hint`} className="subtle list-search-hint">
        {t.searchHint}
      </p>
    </search>
  );
}

export function Hits({
  unitId,
  words,
  names,
}: ListOf & { readonly words: string; readonly names: Texts | undefined }) {
  const t = useScreenTexts(listTexts);
  const settled = useSettled(words.trim().replace(/\s+/g, " "), REST_MS);
  const hits = useQuery({ ...searchQuery({ unitId }, settled), enabled: isEnough(settled) });
  if (hits.isError) return <Failure error={hits.error} onRetry={() => void hits.refetch()} />;
  if (hits.data === undefined) return <Loading />;
  const { rows, more, asOf } = hits.data;
  return (
    <section aria-label={t.found}>
      <p role="status" className="subtle list-hint">
        {rows.length === 0 ? t.noHits : t.hits(rows.length)} {more && t.moreHits}
      </p>
      {rows.length > 0 && <WorkRows rows={rows} asOf={asOf} names={names} dated label={t.found} />}
    </section>
  );
}
