// Knows how a failure looks: what went wrong in plain words, and a way on.
import type { ReactNode } from "react";
import { useTexts } from "../i18n/texts-context.tsx";
import { failureWords } from "./failure-words.ts";

export function Failure({
  error,
  onRetry,
  children,
}: {
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly children?: ReactNode;
}) {
  const { t } = useTexts();
  const { text, details } = failureWords(error, t);
  return (
    <div className="ds-alert failure" data-color="danger" role="alert">
      <p className="failure-title">{t.states.failed}</p>
      <p>{text}</p>
      {details.map((detail) => (
        <p key={detail} className="failure-detail" lang="en">
          {detail}
        </p>
      ))}
      <div className="failure-ways">
        {onRetry !== undefined && (
          <button type="button" className="ds-button" data-variant="secondary" onClick={onRetry}>
            {t.states.retry}
          </button>
        )}
        {children}
      </div>
    </div>
  );
}
