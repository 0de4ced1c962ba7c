// Knows a work list of any length as cards, of which those near the eyes are drawn.
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import type { LongListProps } from "./long-list.tsx";
import { listTexts } from "./texts.ts";
import { useLongRows } from "./use-long-rows.ts";
import { Card } from "./work-cards.tsx";

const CARD_HEIGHT = 150;

export function LongCards(long: LongListProps) {
  const { first, names, dated, label, fresh } = long;
  const t = useScreenTexts(listTexts);
  const rows = useLongRows<HTMLUListElement>(long, CARD_HEIGHT);
  const { list, virtualizer, indexes, before, after, rowAt, onKeyDown } = rows;
  const props = { names, dated, asOf: first.asOf };
  return (
    <ul
      ref={list}
      className="cards"
      aria-label={label}
      style={{ paddingTop: before, paddingBottom: after }}
      onKeyDown={onKeyDown}
    >
      {indexes.map((index) => {
        const row = rowAt(index);
        return (
          <li
            key={index}
            ref={virtualizer.measureElement}
            className="card"
            data-index={index}
            aria-setsize={first.found}
            aria-posinset={index + 1}
          >
            {row === undefined ? (
              <p className="subtle waiting">{t.loadingRow}</p>
            ) : (
              <Card row={row} {...props} fresh={fresh.has(row.courseId)} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
