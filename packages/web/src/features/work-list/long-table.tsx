// Knows a work list of any length as a table, of which the rows near the eyes are drawn.

import { useScreenTexts } from "../../i18n/screen-texts.ts";
import type { LongListProps } from "./long-list.tsx";
import { listTexts } from "./texts.ts";
import { useLongRows } from "./use-long-rows.ts";
import { RowCells, TableHead, useColumns } from "./work-table.tsx";

const ROW_HEIGHT = 50;

/** As high as the rows that are left out; no row to whoever has the table read aloud. */
function Gap({ height }: { readonly height: number }) {
  return height > 0 ? <tr className="gap" style={{ height }} /> : null;
}

export function LongTable(long: LongListProps) {
  const { first, names, dated, label, fresh } = long;
  const t = useScreenTexts(listTexts);
  const columns = useColumns(dated);
  const rows = useLongRows<HTMLTableElement>(long, ROW_HEIGHT);
  const { list, virtualizer, indexes, before, after, rowAt, onKeyDown } = rows;
  const props = { names, dated, asOf: first.asOf };
  return (
    <table
      ref={list}
      className="ds-table work-table"
      data-size="sm"
      aria-rowcount={first.found + 1}
      onKeyDown={onKeyDown}
    >
      <caption className="visually-hidden">{label}</caption>
      <TableHead columns={columns} />
      <tbody>
        <Gap height={before} />
        {indexes.map((index) => {
          const row = rowAt(index);
          return (
            <tr
              key={index}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-rowindex={index + 2}
              data-fresh={row !== undefined && fresh.has(row.courseId)}
            >
              {row === undefined ? (
                <td colSpan={columns.length} className="subtle waiting">
                  {t.loadingRow}
                </td>
              ) : (
                <RowCells row={row} {...props} fresh={fresh.has(row.courseId)} />
              )}
            </tr>
          );
        })}
        <Gap height={after} />
      </tbody>
    </table>
  );
}
