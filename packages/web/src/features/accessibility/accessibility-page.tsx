// Knows the page of the statement on accessibility.
import { PageHeading } from "../../components/page-heading.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { Statement } from "./statement.tsx";
import { accessibilityTexts } from "./texts.ts";
import { toldCriteria } from "./told-criteria.ts";

export function AccessibilityPage() {
  const t = useScreenTexts(accessibilityTexts);
  const { language } = useTexts();
  return (
    <article className="accessibility">
      <PageHeading title={t.title}>{t.title}</PageHeading>
      <p className="lead">{t.lead}</p>
      <Statement t={t} criteria={toldCriteria(language)} />
    </article>
  );
}
