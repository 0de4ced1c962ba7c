// Knows the heading of a page: it names the window, and takes focus when the reader came from another page.
import { type ReactNode, useEffect, useRef } from "react";
import { useTexts } from "../i18n/texts-context.tsx";

let pagesSeen = 0;

export function PageHeading({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const { t } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – ${t.frame.product}`;
  }, [title, t]);
  useEffect(() => {
    const first = pagesSeen === 0;
    pagesSeen += 1;
    if (!first) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className="ds-heading page-heading" data-size="md">
      {children}
    </h1>
  );
}
