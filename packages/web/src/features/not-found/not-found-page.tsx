// Knows what is said when an address leads nowhere.
import { Link } from "@tanstack/react-router";
import { PageHeading } from "../../components/page-heading.tsx";
import { useTexts } from "../../i18n/texts-context.tsx";

export function NotFoundPage() {
  const { t } = useTexts();
  return (
    <>
      <PageHeading title={t.notFound.title}>{t.notFound.title}</PageHeading>
      <p>{t.notFound.text}</p>
      <p>
        <Link to="/units" className="ds-link">
          {t.notFound.toUnits}
        </Link>
      </p>
    </>
  );
}
