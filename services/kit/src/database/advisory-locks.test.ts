import { expect, test } from "vitest";
import { ADVISORY_LOCKS, KEYED_LOCKS } from "./advisory-locks.js";

test("no two locks share a number or a text", () => {
  for (const values of [Object.values(ADVISORY_LOCKS), Object.values(KEYED_LOCKS)])
    expect(new Set<unknown>(values).size).toBe(values.length);
});
