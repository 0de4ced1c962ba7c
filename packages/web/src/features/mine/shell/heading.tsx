// Knows the heading of a page of "Mitt forløp", and the way to paper.
import { useMine, useMineTexts } from "../mine-context.tsx";
import { mineWords } from "./texts.ts";

export function Heading({ title, lead }: { readonly title: string; readonly lead?: string }) {
  const t = useMineTexts(mineWords);
  const { alive } = useMine();
  return (
    <div className="mine-heading">
      <h1 className="ds-heading" data-size="lg">
        {title}
      </h1>
      {lead !== undefined && <p className="mine-lead">{lead}</p>}
      {alive && (
        <button
          type="button"
          className="ds-button mine-print"
          data-variant="secondary"
          onClick={() => window.print()}
        >
          {t.print}
        </button>
      )}
    </div>
  );
}
