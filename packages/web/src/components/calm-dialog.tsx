// Knows the mode that hides everything else: one thing on the whole window, large and calm, to be read by two together.
import "./calm-dialog.css";
import { type ReactNode, useId, useLayoutEffect, useRef } from "react";

/** Everything behind it is out of sight, out of reach, and not read aloud. Escape closes it: what is written is kept. */
export function CalmDialog({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.title;
    document.title = title;
    element?.showModal();
    return () => {
      document.title = before;
      element?.close();
    };
  }, [title]);
  return (
    <dialog
      ref={dialog}
      className="calm"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="calm-page">
        <h2 id={heading} className="ds-heading" data-size="lg" tabIndex={-1}>
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  );
}
