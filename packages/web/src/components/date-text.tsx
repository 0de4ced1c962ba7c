// Knows how a date is shown: in words, and as a machine-readable time.
import { useTexts } from "../i18n/texts-context.tsx";

/** With `near`, the year is left out where it is that date's year. */
export function DateText({ on, near }: { readonly on: string; readonly near?: string }) {
  const { date, dateNear } = useTexts();
  return (
    <time dateTime={on} className="date-text">
      {near === undefined ? date(on) : dateNear(on, near)}
    </time>
  );
}
