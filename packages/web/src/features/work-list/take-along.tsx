// Knows how a work list is taken along: on paper, with every row, and as a file for a spreadsheet.
import { useMutation } from "@tanstack/react-query";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import type { ListOf } from "./list-of.ts";
import { listAsFile } from "./list-queries.ts";
import { listTexts } from "./texts.ts";
import type { WorkListSearch } from "./work-list-search.ts";

function hand(csv: string, name: string): void {
  const url = URL.createObjectURL(new Blob([csv], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

function FileButton({
  unitId,
  search,
  asOf,
}: {
  readonly unitId: string;
  readonly search: WorkListSearch;
  readonly asOf: string;
}) {
  const t = useScreenTexts(listTexts);
  const { language } = useTexts();
  const file = useMutation({
    mutationFn: () => listAsFile(unitId, search, language),
    onSuccess: (csv) => hand(csv, `${t.fileName}-${asOf}.csv`),
  });
  return (
    <>
      <button
        type="button"
        className="ds-button"
        data-variant="tertiary"
        data-size="sm"
        aria-disabled={file.isPending}
        onClick={() => file.isPending || file.mutate()}
      >
        {t.csv}
      </button>
      {file.isError && <span role="alert">{t.csvFailed}</span>}
    </>
  );
}

export function TakeAlong({
  unitId,
  search,
  asOf,
  printing,
  onPrint,
}: ListOf & {
  readonly search: WorkListSearch;
  readonly asOf: string;
  readonly printing: boolean;
  readonly onPrint: () => void;
}) {
  const t = useScreenTexts(listTexts);
  return (
    <p className="take-along">
      <button
        type="button"
        className="ds-button"
        data-variant="tertiary"
        data-size="sm"
        aria-disabled={printing}
        onClick={() => printing || onPrint()}
      >
        {printing ? t.preparing : t.print}
      </button>
      {unitId !== undefined && <FileButton unitId={unitId} search={search} asOf={asOf} />}
    </p>
  );
}
