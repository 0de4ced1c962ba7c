// Knows where components learn which places there are; screens are not to import each other.
import { createContext, useContext } from "react";
import type { CourseTab } from "./course-tab.ts";
import type { Place } from "./place.ts";

export const PlacesContext = createContext<readonly Place[]>([]);

export function usePlaces(): readonly Place[] {
  return useContext(PlacesContext);
}

export const CourseTabsContext = createContext<readonly CourseTab[]>([]);

export function useCourseTabs(): readonly CourseTab[] {
  return useContext(CourseTabsContext);
}
