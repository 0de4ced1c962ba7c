// Knows the sections of a discharge summary: two that whoever takes over cannot do without, and those that may be there.
import { WordsField } from "../../components/words-field.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { summaryHeadings } from "../../i18n/summary-headings.ts";
import type { Summary } from "./closing-queries.ts";
import { closingTexts } from "./texts.ts";

type Heading = Summary["sections"][number]["heading"];
export type Sections = Readonly<Partial<Record<Heading, string>>>;

/** In the order in which a summary is read; the headings are codes of the standard. */
const ORDER: readonly Heading[] = [
  "AI",
  "AH",
  "FO",
  "FU",
  "ME",
  "HJ",
  "FA",
  "VU",
  "OP",
  "IP",
  "SY",
];
const NEEDED: readonly Heading[] = ["VU", "OP"];

/** Those that say something. */
export function toldSections(sections: Sections): Summary["sections"] {
  return ORDER.flatMap((heading) => {
    const text = sections[heading]?.trim() ?? "";
    return text === "" ? [] : [{ heading, text }];
  });
}

export function SectionFields({
  sections,
  onChange,
}: {
  readonly sections: Sections;
  readonly onChange: (sections: Sections) => void;
}) {
  const t = useScreenTexts(closingTexts);
  const headings = useScreenTexts(summaryHeadings);
  const field = (heading: Heading, required: boolean) => (
    <WordsField
      key={heading}
      label={headings[heading]}
      rows={required ? 5 : 3}
      required={required}
      value={sections[heading] ?? ""}
      onChange={(text) => onChange({ ...sections, [heading]: text })}
    />
  );
  return (
    <>
      {NEEDED.map((heading) => field(heading, true))}
      <details className="fold">
        <summary>{t.moreSections}</summary>
        <div className="form">
          {ORDER.filter((heading) => !NEEDED.includes(heading)).map((heading) =>
            field(heading, false),
          )}
        </div>
      </details>
    </>
  );
}
