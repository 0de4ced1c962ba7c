// Knows a table for every window: rows and columns where there is room, and one row below the other where there is not.
import type { ReactNode } from "react";
import { ColumnHeads } from "./column-heads.tsx";
import "./stacked-table.css";

export interface StackedRow {
  readonly key: string;
  /** One of each column; the first names the row. Where there are fewer, the last says what the rest cannot. */
  readonly cells: readonly [ReactNode, ...ReactNode[]];
}

interface TableProps {
  /** Not seen: it stands below a heading that says the same. */
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly StackedRow[];
}

function Row({ columns, cells }: Pick<TableProps, "columns"> & Pick<StackedRow, "cells">) {
  const [name, ...rest] = cells;
  const left = columns.length - cells.length;
  return (
    <tr>
      <th scope="row">{name}</th>
      {rest.map((cell, at) => {
        const column = columns[at + 1];
        return left > 0 && at === rest.length - 1 ? (
          <td key={column} colSpan={left + 1}>
            {cell}
          </td>
        ) : (
          <td key={column} data-label={column}>
            {cell}
          </td>
        );
      })}
    </tr>
  );
}

export function StackedTable({ title, columns, rows }: TableProps) {
  return (
    <table className="ds-table stacked-table" data-size="sm">
      <caption className="visually-hidden">{title}</caption>
      <ColumnHeads columns={columns} />
      <tbody>
        {rows.map(({ key, cells }) => (
          <Row key={key} columns={columns} cells={cells} />
        ))}
      </tbody>
    </table>
  );
}
