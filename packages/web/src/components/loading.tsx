// Knows how waiting looks: words at once for a screen reader, shown to the eye after a moment.
import { useTexts } from "../i18n/texts-context.tsx";

export function Loading() {
  const { t } = useTexts();
  return (
    <p className="loading" role="status">
      {t.states.loading}
    </p>
  );
}
