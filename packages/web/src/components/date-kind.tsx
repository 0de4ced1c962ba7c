// Knows how kinds of dates look: each its own shape and words, so that none rests on colour.
import type { NextDateKind } from "@rettvei/engine";
import type { ReactNode } from "react";
import { useTexts } from "../i18n/texts-context.tsx";

const paragraph = (
  <>
    <rect x="1" y="1" width="16" height="16" rx="2" fill="currentColor" />
    <text x="9" y="13.5" textAnchor="middle" className="date-kind-sign">
      §
    </text>
  </>
);

const SHAPES: Readonly<Record<NextDateKind | "own", ReactNode>> = {
  "legal-deadline": paragraph,
  statutory: paragraph,
  recommendation: <circle cx="9" cy="9" r="6.5" className="date-kind-line" />,
  target: <path d="M9 1.5 16.5 9 9 16.5 1.5 9z" className="date-kind-line" />,
  planned: <path d="M2 4h14v12H2zM2 8h14M6 1.5V5M12 1.5V5" className="date-kind-line" />,
  local: <path d="M9 2.5 16.5 15.5h-15z" className="date-kind-line" strokeDasharray="3 2" />,
  own: <path d="M2.5 8.5 9 2.5l6.5 6V16h-13z" className="date-kind-line" />,
};

/** In a square of 18. */
export function KindShape({ kind }: { readonly kind: NextDateKind }) {
  return <>{SHAPES[kind]}</>;
}

interface KindProps {
  readonly kind: NextDateKind;
  readonly children?: never;
}

/** A time that is the house's own, or a kind that a screen has a shorter word for. */
interface WordedProps {
  readonly kind: NextDateKind | "own";
  readonly children: string;
}

export function DateKind({ kind, children }: KindProps | WordedProps) {
  const { t } = useTexts();
  return (
    <span className="date-kind" data-kind={kind}>
      <svg viewBox="0 0 18 18" width="16" height="16" aria-hidden="true">
        {SHAPES[kind]}
      </svg>
      {kind === "own" ? children : (children ?? t.kinds[kind])}
    </span>
  );
}
