// Knows which screens there are: each feature brings its addresses and its place, and is named here once.
import { courseRoutes } from "../features/course/screen.tsx";
import { unitChooserRoutes } from "../features/unit-chooser/screen.tsx";
import { workListPlace, workListRoutes } from "../features/work-list/screen.tsx";
import type { Place } from "./navigation/place.ts";

export const ROUTES = [...unitChooserRoutes, ...workListRoutes, ...courseRoutes] as const;

/** In the order of the header. */
export const PLACES: readonly Place[] = [workListPlace];
