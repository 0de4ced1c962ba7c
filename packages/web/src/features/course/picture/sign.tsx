// Knows how a piece of the picture can be chosen, with the mouse and by keyboard, and what it is called.
import type { ReactNode } from "react";

interface SignProps {
  readonly name: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

/** A button that is drawn: SVG has no element of its own for it. */
export function Sign({ name, chosen, onChoose, children }: SignProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button element cannot stand inside a picture
    <g
      className="picture-sign"
      role="button"
      tabIndex={0}
      aria-label={name}
      aria-pressed={chosen}
      onClick={onChoose}
      onKeyDown={(press) => {
        if (press.key !== "Enter" && press.key !== " ") return;
        press.preventDefault();
        onChoose();
      }}
    >
      <title>{name}</title>
      {children}
    </g>
  );
}
