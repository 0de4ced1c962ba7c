// Knows how one registers without leaving a list: a dialog with the course's own form, opened from a row.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import "./course.css";
import { courseQuery } from "../../app/api/queries.ts";
import { Failure } from "../../components/failure.tsx";
import { Loading } from "../../components/loading.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { NextUp } from "./course-header.tsx";
import { likelyDraft } from "./drafts.ts";
import { RegistrationForm } from "./registration-form.tsx";
import { courseTexts } from "./texts.ts";
import { useMayRegister } from "./use-may-register.ts";

interface Opened {
  readonly courseId: string;
  readonly patient: string;
}

const OpeningContext = createContext<((opened: Opened) => void) | undefined>(undefined);

function OfCourse({ courseId }: Pick<Opened, "courseId">) {
  const course = useQuery(courseQuery(courseId));
  if (course.data === undefined)
    return course.isError ? (
      <Failure error={course.error} onRetry={() => void course.refetch()} />
    ) : (
      <Loading />
    );
  return (
    <>
      <NextUp course={course.data} />
      <RegistrationForm course={course.data} initial={likelyDraft(course.data)} focused />
    </>
  );
}

function QuickRegistration({
  courseId,
  patient,
  onClose,
}: Opened & { readonly onClose: () => void }) {
  const t = useScreenTexts(courseTexts);
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="quick-registration" aria-labelledby="quick" onClose={onClose}>
      <h2 id="quick" className="ds-heading" data-size="xs">
        {t.quickFor(patient)}
      </h2>
      <OfCourse courseId={courseId} />
      <p className="quick-ways">
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          onClick={() => dialog.current?.close()}
        >
          {t.close}
        </button>
        <Link to="/courses/$courseId" params={{ courseId }} className="ds-link">
          {t.wholeCourse}
        </Link>
      </p>
    </dialog>
  );
}

/** `r` in a row is its button pressed; in a field or a dialog it is a letter. */
function openByKey(press: KeyboardEvent): void {
  if (press.key !== "r" || press.ctrlKey || press.altKey || press.metaKey) return;
  if (!(press.target instanceof HTMLElement)) return;
  if (press.target.closest("input, select, textarea, dialog") !== null) return;
  const button = press.target.closest("tr, li")?.querySelector<HTMLElement>(".row-register");
  if (button == null) return;
  press.preventDefault();
  button.click();
}

/** Around a list: the dialog stays though its row moves or goes when what was registered is saved. */
export function QuickRegistrationHost({ children }: { readonly children: ReactNode }) {
  const [opened, setOpened] = useState<Opened>();
  const close = useCallback(() => setOpened(undefined), []);
  useEffect(() => {
    document.addEventListener("keydown", openByKey);
    return () => document.removeEventListener("keydown", openByKey);
  }, []);
  return (
    <OpeningContext value={setOpened}>
      {children}
      {opened !== undefined && (
        <QuickRegistration
          key={opened.courseId}
          courseId={opened.courseId}
          patient={opened.patient}
          onClose={close}
        />
      )}
    </OpeningContext>
  );
}

/** In a row, below a `QuickRegistrationHost`. */
export function RegisterButton({ courseId, patient }: Opened) {
  const t = useScreenTexts(courseTexts);
  const open = useContext(OpeningContext);
  const mayRegister = useMayRegister({ knownOn: null });
  if (open === undefined || !mayRegister) return null;
  return (
    <button
      type="button"
      className="ds-button row-register"
      data-variant="tertiary"
      data-size="sm"
      aria-label={t.quickFor(patient)}
      aria-haspopup="dialog"
      aria-keyshortcuts="r"
      onClick={() => open({ courseId, patient })}
    >
      {t.quick}
    </button>
  );
}
