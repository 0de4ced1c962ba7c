// Knows how numbers of courses are drawn: a bar in parts, each with a pattern of its own, so that none rests on colour.
import type { ReactNode } from "react";
import "./flow.css";

export type PartKind = "within" | "longer" | "breached";

interface Part {
  readonly kind: PartKind;
  readonly share: number;
}

const HEIGHT = 18;

/** The patterns of all bars of the page: drawn once. */
export function FlowPatterns() {
  return (
    <svg className="flow-patterns" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern
          id="flow-hatch"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line x1="0" x2="0" y1="0" y2="6" className="flow-hatch-line" />
        </pattern>
        <pattern id="flow-cross" width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M0 0 6 6M6 0 0 6" className="flow-hatch-line" />
        </pattern>
      </defs>
    </svg>
  );
}

const PATTERNS: Readonly<Record<PartKind, string | undefined>> = {
  within: undefined,
  longer: "url(#flow-hatch)",
  breached: "url(#flow-cross)",
};

const percent = (share: number): string => `${share * 100}%`;

function Rect({
  kind,
  from,
  share,
}: {
  readonly kind: PartKind;
  readonly from: number;
  readonly share: number;
}) {
  const pattern = PATTERNS[kind];
  const place = { x: percent(from), width: percent(share), y: 1, height: HEIGHT - 2 };
  return (
    <>
      <rect {...place} className="flow-part" data-kind={kind} />
      {pattern !== undefined && <rect {...place} fill={pattern} />}
    </>
  );
}

/** Shares of the whole width, one after another. */
export function PartedBar({ parts }: { readonly parts: readonly Part[] }) {
  let from = 0;
  return (
    <svg className="flow-bar" height={HEIGHT} aria-hidden="true">
      {parts.map(({ kind, share }) => {
        const start = from;
        from += share;
        return share > 0 && <Rect key={kind} kind={kind} from={start} share={share} />;
      })}
    </svg>
  );
}

/** From nothing to nine of ten, with a mark at the middle one. */
export function SpreadBar({ median, p90 }: { readonly median: number; readonly p90: number }) {
  return (
    <svg className="flow-bar" height={HEIGHT} aria-hidden="true">
      <rect x="0" width={percent(p90)} y={6} height={6} className="flow-spread" />
      <rect
        x="0"
        width={percent(median)}
        y={3}
        height={12}
        className="flow-part"
        data-kind="within"
      />
      <line x1={percent(p90)} x2={percent(p90)} y1={1} y2={HEIGHT - 1} className="flow-mark" />
    </svg>
  );
}

export function Swatch({
  kind,
  children,
}: {
  readonly kind: PartKind;
  readonly children: ReactNode;
}) {
  return (
    <li>
      <svg width="26" height={HEIGHT} aria-hidden="true">
        <Rect kind={kind} from={0} share={1} />
      </svg>
      {children}
    </li>
  );
}
