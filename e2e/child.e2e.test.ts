// Proves the way of a child from referral to closing with the municipality, by mouse and by keyboard alone. What the
// hospital writes after the right was given (follow-up plan, summary, closing) goes through the service's own interface;
// the referral, its assessment and all that the municipality does are done on the screens.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./accessibility.ts";
import { type Hands, handsOf, WAYS, type Way } from "./hands.ts";
import { changed, written } from "./made-courses.ts";
