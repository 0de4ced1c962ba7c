// Knows how one patient is found by name or year of birth and chosen: the words stay on the page, never in an address.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { screenTexts, useScreenTexts } from "../i18n/screen-texts.ts";
import { useTexts } from "../i18n/texts-context.tsx";
import { Failure } from "./failure.tsx";
import { useSettled } from "./use-settled.ts";
import { ChoiceField, LineField } from "./words-field.tsx";

const texts = screenTexts({
  nb: {
    search: "Søk etter navn eller fødselsår",
    none: "Ingen treff.",
    which: "Hvem er det?",
    hits: (n: number) => (n === 1 ? "1 treff" : `${n} treff`),
  },
  nn: {
    search: "Søk etter namn eller fødselsår",
    none: "Ingen treff.",
    which: "Kven er det?",
    hits: (n) => (n === 1 ? "1 treff" : `${n} treff`),
  },
  en: {
    search: "Search for a name or year of birth",
    none: "Nobody found.",
    which: "Who is it?",
    hits: (n) => (n === 1 ? "1 found" : `${n} found`),
  },
});

export interface FoundPatient {
  readonly patientId: string;
  readonly name: string | null;
  readonly birthYear: number | null;
}

const SHORTEST = 3;
const REST_MS = 250;

/** Enough to search for: a word of three letters, or a year. */
export function isEnough(words: string): boolean {
  return words.split(/\s+/).some((word) => word.length >= SHORTEST);
}

export interface PatientQuestion {
  /** Under which key the answers are kept. */
  readonly key: readonly string[];
  readonly ask: (words: string, signal: AbortSignal) => Promise<readonly FoundPatient[]>;
}

export function PatientSearch({
  question: { key, ask },
  hint,
  chosen,
  onChoose,
}: {
  readonly question: PatientQuestion;
  readonly hint: string;
  readonly chosen: string | undefined;
  readonly onChoose: (patientId: string | undefined) => void;
}) {
  const t = useScreenTexts(texts);
  const { t: all } = useTexts();
  const [words, setWords] = useState("");
  const asked = words.trim().replace(/\s+/g, " ");
  const settled = useSettled(asked, REST_MS);
  const found = useQuery({
    queryKey: [...key, settled],
    queryFn: ({ signal }) => ask(settled, signal),
    enabled: isEnough(settled) && settled === asked,
    gcTime: 0,
  });
  // Whoever is chosen among those of other words would be chosen still, and not be seen.
  const hits = settled === asked ? found.data : undefined;
  const named = ({ patientId, name, birthYear }: FoundPatient): string =>
    [
      name ?? all.list.unnamed(patientId),
      ...(birthYear === null ? [] : [all.list.born(birthYear)]),
    ].join(", ");
  return (
    <div className="form-part">
      <LineField
        label={t.search}
        hint={hint}
        value={words}
        onChange={(next) => {
          setWords(next);
          onChoose(undefined);
        }}
      />
      <p role="status" className="subtle">
        {hits !== undefined && (hits.length === 0 ? t.none : t.hits(hits.length))}
      </p>
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {hits !== undefined && hits.length > 0 && (
        <ChoiceField
          legend={t.which}
          value={chosen}
          choices={hits.map((one) => [one.patientId, named(one)] as const)}
          onChange={onChoose}
        />
      )}
    </div>
  );
}
