// Knows how a page or a file of "Mitt forløp" asks the API.
import type { ApiAnswer } from "./page-maker.ts";

export type Ask = (url: string) => Promise<ApiAnswer>;
