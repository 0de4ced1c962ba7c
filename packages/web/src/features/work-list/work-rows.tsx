// Knows all of a short list at once, in one of two shapes.
import { useWideScreen } from "../../components/use-wide-screen.ts";
import { WorkCards } from "./work-cards.tsx";
import { type RowsProps, WorkTable } from "./work-table.tsx";

export function WorkRows(props: RowsProps) {
  return useWideScreen() ? <WorkTable {...props} /> : <WorkCards {...props} />;
}
