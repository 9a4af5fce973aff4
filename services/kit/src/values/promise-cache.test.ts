import { expect, test } from "vitest";
import { promiseCache } from "./promise-cache.js";

/** A lookup that answers when it is let, and counts how often it was asked. */
function lookups(answers: readonly (string | null | Error)[]) {
  const asked: string[] = [];
  const lookUp = async (key: string): Promise<string | null> => {
    const answer = answers[asked.push(key) - 1];
    await new Promise((resolve) => setImmediate(resolve));
    if (answer instanceof Error) throw answer;
    return answer ?? null;
  };
  return { asked, find: promiseCache(lookUp, { keyText: (key) => key, limit: 2 }) };
}

test("a hundred that ask at once look once, and so does everyone after them", async () => {
  const { asked, find } = lookups(["found"]);
  expect(new Set(await Promise.all(Array.from({ length: 100 }, () => find("a"))))).toEqual(new Set(["found"]));
  expect(await find("a")).toBe("found");
  expect(asked).toEqual(["a"]);
});

test("a failure is everyone's who waited for it, and the next looks again", async () => {
  const { asked, find } = lookups([new Error("away"), "found"]);
  const answers = await Promise.allSettled([find("a"), find("a")]);
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await find("a")).toBe("found");
  expect(asked).toHaveLength(2);
});

test("what is not there yet is looked for again", async () => {
  const { find } = lookups([null, "found"]);
  expect(await find("a")).toBeNull();
  expect(await find("a")).toBe("found");
});

test("past the limit the oldest is forgotten", async () => {
  const { asked, find } = lookups(["a", "b", "c", "a"]);
  for (const key of ["a", "b", "c", "b", "a"]) await find(key);
  expect(asked).toEqual(["a", "b", "c", "a"]);
});
