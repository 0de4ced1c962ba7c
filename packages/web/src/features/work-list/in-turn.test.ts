// Proves that looks at what is new come one after another, and that none is left out that was asked for.
import { expect, it } from "vitest";
import { inTurn } from "./use-live-list.ts";

it("looks once more for all that was asked for meanwhile", async () => {
  const said: string[] = [];
  const answers: (() => void)[] = [];
  const look = inTurn(async () => {
    said.push("asks");
    await new Promise<void>((resolve) => answers.push(resolve));
    said.push("hears");
  });
  const all = [look(), look(), look()];
  answers[0]?.();
  await Promise.all(all.slice(1));
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.();
  await Promise.all(all);
  expect(said).toEqual(["asks", "hears", "asks", "hears"]);
});

it("looks again after a look that failed", async () => {
  let looks = 0;
  const look = inTurn(() => {
    looks++;
    return looks === 1 ? Promise.reject(new Error("no answer")) : Promise.resolve();
  });
  await expect(look()).rejects.toThrow("no answer");
  await look();
  expect(looks).toBe(2);
});
