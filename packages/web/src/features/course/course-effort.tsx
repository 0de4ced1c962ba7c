// Knows how it is said, quietly, what a course has cost in typing.
import { queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api } from "../../app/api/client.ts";
import type { Course } from "../../app/api/contract.ts";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { courseTexts } from "./texts.ts";

function effortQuery(courseId: string, lastRecordSeq: number) {
  return queryOptions({
    queryKey: ["course", courseId, "effort", lastRecordSeq],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/courses/{courseId}/effort", { params: { path: { courseId } }, signal }),
      ),
  });
}

export function CourseEffort({ course }: { readonly course: Course }) {
  const t = useScreenTexts(courseTexts);
  const { data } = useQuery(effortQuery(course.courseId, course.lastRecordSeq));
  if (data === undefined) return null;
  const { byHand, confirmed, derived } = data;
  if (byHand + confirmed + derived === 0) return null;
  return (
    <p className="subtle effort">
      {t.effort}: {t.effortWords(byHand, confirmed, derived)}
    </p>
  );
}
