// Knows every page of "Mitt forløp": the service writes them, so they are looked at as it sends them.
import { RELATIVE } from "../patient-stage.ts";
import type { Population } from "./population.ts";
import type { Screen } from "./screens.ts";

const patient = ({ mine }: Population): string => mine.subject;

type Course = "courseId" | "referredId" | "longerId";

/** Of one of the courses that the patient has. */
function ofPatient(name: string, path: string, course: Course = "courseId"): Screen {
  const route = `/mitt${path}`;
  const address = ({ mine }: Population): string => `${route}?forlop=${mine[course]}`;
  return { name: `mine-${name}`, route, persona: patient, address, mine: true };
}

const FOR_FAMILY = "/mitt/for-parorende";

export const MINE_SCREENS: readonly Screen[] = [
  ofPatient("overview", ""),
  { ...ofPatient("longer", "", "longerId"), still: true },
  ofPatient("plan", "/plan"),
  ofPatient("voice", "/si-fra"),
  ofPatient("documents", "/dokumenter", "referredId"),
  ofPatient("insight", "/innsyn"),
  ofPatient("sharing", "/deling"),
  ofPatient("after", "/etterpa"),
  {
    name: "mine-close",
    route: FOR_FAMILY,
    persona: () => RELATIVE,
    address: () => FOR_FAMILY,
    still: true,
    mine: true,
  },
  { ...ofPatient("accessibility", "/tilgjengelighet"), still: true },
];
