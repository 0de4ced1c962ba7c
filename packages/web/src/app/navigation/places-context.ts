// Knows where components learn which places there are; screens are not to import each other.
import { createContext, useContext } from "react";
import type { Place } from "./place.ts";

export const PlacesContext = createContext<readonly Place[]>([]);

export function usePlaces(): readonly Place[] {
  return useContext(PlacesContext);
}
