// Knows what all screens of one course share: its head, its tabs, and what is said where it cannot be read.
import "./course.css";
import { useQuery } from "@tanstack/react-query";
import { Link, Outlet } from "@tanstack/react-router";
import { courseQuery } from "../../app/api/queries.ts";
import { isNotThere } from "../../app/api/request.ts";
import { Failure } from "../../components/failure.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { CourseHeader } from "./course-header.tsx";
import { CourseNotThere } from "./course-not-there.tsx";
import { CourseTabs } from "./course-tabs.tsx";
import { courseTexts } from "./texts.ts";

export function CourseFrame({ courseId }: { readonly courseId: string }) {
  const { t } = useTexts();
  const own = useScreenTexts(courseTexts);
  const course = useQuery(courseQuery(courseId));
  if (course.data === undefined)
    return (
      <>
        <PageHeading title={own.title} waiting={!course.isError}>
          {own.title}
        </PageHeading>
        {isNotThere(course.error) ? (
          <CourseNotThere />
        ) : course.isError ? (
          <Failure error={course.error} onRetry={() => void course.refetch()}>
            <Link to="/">{t.course.back}</Link>
          </Failure>
        ) : (
          <Loading />
        )}
      </>
    );
  return (
    <>
      <CourseHeader course={course.data} />
      <CourseTabs courseId={courseId} />
      <Outlet />
    </>
  );
}
