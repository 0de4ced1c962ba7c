// Knows how registrations are saved, and what is on screen after: the course as the service answers with it.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { Course, Registration } from "../../app/api/contract.ts";
import { courseQuery, postRecords, previewsKey, showCourse } from "../../app/api/queries.ts";
import { isStale } from "../../app/api/request.ts";
import { type Press, pressAfter, saves } from "./press.ts";

interface Outcomes {
  readonly onSaved?: () => void;
  /** Somebody else has registered since; the course on screen is about to be theirs too. */
  readonly onStale?: () => void;
}

interface Register {
  readonly save: (records: readonly Registration[], outcomes?: Outcomes) => void;
  readonly isSaving: boolean;
  readonly isSaved: boolean;
  /** Whether these are saved, or anything is being saved: what they would change is no question now. */
  readonly hasTaken: (records: readonly Registration[] | undefined) => boolean;
  readonly error: Error | null;
}

export function useRegister({
  courseId,
  lastRecordSeq,
}: Pick<Course, "courseId" | "lastRecordSeq">): Register {
  const client = useQueryClient();
  const last = useRef<Press>(undefined);
  const { queryKey } = courseQuery(courseId);
  const { mutate, variables, isPending, isSuccess, error } = useMutation({
    // What it would change is no question any more, and once it is saved the service refuses the question.
    onMutate: () => client.cancelQueries({ queryKey: previewsKey(courseId) }),
    mutationFn: (press: Press & Outcomes) => postRecords(courseId, press.records, press),
    onSuccess: async ({ course }, { onSaved }) => {
      // Before the course is shown as it is now: its form may be gone by then.
      onSaved?.();
      await showCourse(client, course);
      void client.invalidateQueries({ queryKey: ["work-list"] });
      void client.invalidateQueries({ queryKey: ["units"] });
    },
    onError: async (cause, { onStale }) => {
      if (!isStale(cause)) return;
      onStale?.();
      // Waited for: who reads that the course has changed shall see the change.
      await client.invalidateQueries({ queryKey });
    },
  });
  return {
    save: (records, { onSaved, onStale } = {}) => {
      const press = pressAfter(last.current, records, lastRecordSeq);
      last.current = press;
      mutate({ ...press, ...(onSaved && { onSaved }), ...(onStale && { onStale }) });
    },
    isSaving: isPending,
    isSaved: isSuccess,
    hasTaken: (records) =>
      isPending || (isSuccess && records !== undefined && saves(variables, records)),
    error,
  };
}
