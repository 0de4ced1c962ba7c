// Knows the heading of a page: it names the window, and takes focus when the reader came from another page.
import { type ReactNode, useEffect, useRef } from "react";
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
  useEffect(() => {
    document.title = `${title} – ${t.frame.product}`;
  }, [title, t]);
  useEffect(() => {
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
