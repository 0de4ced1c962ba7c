// Proves what a reader is told when the service refuses, fails or is silent.
import { describe, expect, it } from "vitest";
import { ApiError, apiErrorOf } from "../app/api/request.ts";
import { CATALOGUES } from "../i18n/catalogue.ts";
import { failureWords } from "./failure-words.ts";

const { nb } = CATALOGUES;

describe("the words of a failure", () => {
  it("name each field that the service refused", () => {
    const details = [{ path: "/records/0/occurredOn", expected: "a date", found: "x" }];
    const error = apiErrorOf(400, { error: { code: "bad-input", message: "m", details } });
    expect(failureWords(error, nb)).toEqual({
      text: nb.states.badInput,
      details: ["/records/0/occurredOn: expected a date"],
    });
  });

  it("hand on what the service said when it refused for another reason", () => {
    const error = apiErrorOf(422, { error: { code: "void-target", message: "why not" } });
    expect(failureWords(error, nb)).toEqual({ text: nb.states.refused, details: ["why not"] });
  });

  it("say that a colleague was faster, in every language, without versions", () => {
    const details = [{ path: "/if-match", expected: '"9"', found: '"7"' }];
    const error = apiErrorOf(409, { error: { code: "stale", message: "m", details } });
    expect(failureWords(error, nb)).toEqual({ text: nb.states.stale, details: [] });
    expect(nb.states.stale).toMatch(/^En kollega har registrert/);
    const texts = Object.values(CATALOGUES).map((catalogue) => failureWords(error, catalogue).text);
    expect(new Set(texts).size).toBe(3);
  });

  it("do not show the insides of a fault", () => {
    const error = apiErrorOf(500, { error: { code: "internal", message: "stack" } });
    expect(failureWords(error, nb)).toEqual({ text: nb.states.serverFault, details: [] });
  });

  it("tell a silent service from a refusing one", () => {
    expect(failureWords(new ApiError(0, "no-answer", "", []), nb).text).toBe(nb.states.noAnswer);
    expect(failureWords(apiErrorOf(404, undefined), nb).text).toBe(nb.states.notThere);
    expect(failureWords(new Error("odd"), nb).text).toBe(nb.states.unreadable);
  });
});
