// Knows how a state is shown in a few words: a sign and a colour beside the words, never instead of them.
import type { ReactNode } from "react";
import type { Tone } from "./time-left.ts";

export type TagTone = Tone | "good" | "none";

const COLOURS: Readonly<Record<TagTone, string>> = {
  breach: "danger",
  over: "warning",
  soon: "info",
  calm: "neutral",
  good: "success",
  none: "neutral",
};

const SIGNS: Readonly<Record<TagTone, string>> = {
  breach: "M8 1 15 8 8 15 1 8zM8 4.5v4M8 10.6v.9",
  over: "M8 1.5 15 14H1zM8 6v4M8 11.4v.9",
  soon: "M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13M8 4.5V8l2.5 2",
  calm: "",
  good: "M2.5 8.5 6.5 12.5 13.5 4",
  none: "",
};

export function ToneTag({
  tone,
  children,
}: {
  readonly tone: TagTone;
  readonly children: ReactNode;
}) {
  const sign = SIGNS[tone];
  return (
    <span className="ds-tag tone-tag" data-color={COLOURS[tone]} data-tone={tone} data-size="sm">
      {sign !== "" && (
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          <path d={sign} fill="none" stroke="currentColor" strokeWidth="1.6" />
        </svg>
      )}
      {children}
    </span>
  );
}
