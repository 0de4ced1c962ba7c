// Knows what happens when registrations are saved: the course on screen is the one the service answers with.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Course, Registration } from "../../app/api/contract.ts";
import { courseQuery, postRecords } from "../../app/api/queries.ts";

export function useRegister({ courseId }: Pick<Course, "courseId">) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (records: readonly Registration[]) => postRecords(courseId, records),
    onSuccess: ({ course }) => {
      client.setQueryData(courseQuery(courseId).queryKey, course);
      void client.invalidateQueries({ queryKey: ["work-list"] });
      void client.invalidateQueries({ queryKey: ["units"] });
    },
  });
}
