// Knows the heading of a page: it names the window, and takes focus when the reader came from another page.
import { type ReactNode, useLayoutEffect, useRef } from "react";
import { useTexts } from "../i18n/texts-context.tsx";

let pagesSeen = 0;

export function PageHeading({
  title,
  waiting = false,
  children,
}: {
  readonly title: string;
  /** Stands in for the heading that comes once the page is read: it takes no focus, and that one does. */
  readonly waiting?: boolean;
  readonly children: ReactNode;
}) {
  const { t } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    document.title = `${title} – ${t.frame.product}`;
  }, [title, t]);
  // With the heading itself, not after it: whoever goes on at once by keyboard goes on from here.
  useLayoutEffect(() => {
    if (waiting) return;
    const first = pagesSeen === 0;
    pagesSeen += 1;
    if (!first) heading.current?.focus({ preventScroll: true });
  }, [waiting]);
  return (
    <h1 ref={heading} tabIndex={-1} className="ds-heading page-heading" data-size="md">
      {children}
    </h1>
  );
}
