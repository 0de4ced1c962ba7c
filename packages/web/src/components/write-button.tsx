// Knows how the button that saves looks, and what is said when it did or did not.
import type { ReactNode } from "react";
import type { Write } from "../app/api/use-write.ts";
import { useTexts } from "../i18n/texts-context.tsx";
import { Failure } from "./failure.tsx";

type State = Pick<Write<never>, "isSending" | "error">;

/** Below a form: the button of the form, others beside it, and the refusal if there was one. */
export function WriteButton({
  write: { isSending, error },
  variant = "primary",
  children,
  beside,
}: {
  readonly write: State;
  readonly variant?: "primary" | "secondary";
  readonly children: ReactNode;
  readonly beside?: ReactNode;
}) {
  const { t } = useTexts();
  return (
    <>
      {error !== null && <Failure error={error} />}
      <div className="form-ways">
        <button
          type="submit"
          className="ds-button"
          data-variant={variant}
          // Not `disabled`: that would take the focus from whoever saves by keyboard.
          aria-disabled={isSending}
          onClick={(press) => isSending && press.preventDefault()}
        >
          {isSending ? t.registration.saving : children}
        </button>
        {beside}
      </div>
    </>
  );
}
