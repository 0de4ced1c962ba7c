// Proves that an answer from before a change is not shown over what the change has left.
import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import type { Course } from "./contract.ts";
import { courseQuery, showCourse } from "./queries.ts";

const courseAt = (lastRecordSeq: number) => ({ courseId: "c", lastRecordSeq }) as Course;

it("does not wait for what was asked before", async () => {
  const client = new QueryClient();
  const { queryKey } = courseQuery("c");
  client.setQueryData(queryKey, courseAt(1));
  let answer: (course: Course) => void = () => undefined;
  const late = new Promise<Course>((resolve) => {
    answer = resolve;
  });
  const asked = client.fetchQuery({ queryKey, queryFn: () => late, staleTime: 0 });
  await showCourse(client, courseAt(2));
  answer(courseAt(1));
  await asked;
  expect(client.getQueryData(queryKey)).toEqual(courseAt(2));
  client.clear();
});
