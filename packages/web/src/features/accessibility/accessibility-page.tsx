// Knows the page of the statement on accessibility.
import { PageHeading } from "../../components/page-heading.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { Statement } from "./statement.tsx";
import { accessibilityTexts } from "./texts.ts";

export function AccessibilityPage() {
  const t = useScreenTexts(accessibilityTexts);
  return (
    <article className="accessibility">
      <PageHeading title={t.title}>{t.title}</PageHeading>
      <p className="lead">{t.lead}</p>
      <Statement t={t} />
    </article>
  );
}
