// Knows what of the picture is for the eyes alone: the buttons beside it say the same in words.
import type { ReactNode } from "react";

export function Unspoken({ children }: { readonly children: ReactNode }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of shapes takes no focus
  return <g aria-hidden="true">{children}</g>;
}
