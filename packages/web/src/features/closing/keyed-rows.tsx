// Knows a list of rows that somebody fills in: one can be added, and all but the last taken away.
import type { ReactNode } from "react";

interface Keyed {
  readonly key: string;
}

export function KeyedRows<Row extends Keyed>({
  rows,
  onChange,
  newRow,
  className,
  addLabel,
  removeLabel,
  fields,
}: {
  readonly rows: readonly Row[];
  readonly onChange: (rows: readonly Row[]) => void;
  readonly newRow: () => Row;
  readonly className: string;
  readonly addLabel: string;
  readonly removeLabel: (row: Row) => string;
  readonly fields: (row: Row, at: number, edit: (part: Partial<Row>) => void) => ReactNode;
}) {
  const editOf =
    ({ key }: Row) =>
    (part: Partial<Row>) =>
      onChange(rows.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <>
      {rows.map((row, at) => (
        <div key={row.key} className={`form-row ${className}`}>
          {fields(row, at, editOf(row))}
          {rows.length > 1 && (
            <button
              type="button"
              className="ds-button"
              data-variant="tertiary"
              onClick={() => onChange(rows.filter((one) => one.key !== row.key))}
            >
              {removeLabel(row)}
            </button>
          )}
        </div>
      ))}
      <p>
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          onClick={() => onChange([...rows, newRow()])}
        >
          {addLabel}
        </button>
      </p>
    </>
  );
}
