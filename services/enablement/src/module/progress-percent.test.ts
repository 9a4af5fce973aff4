import { expect, test } from "vitest";
import { progressPercent } from "./progress-percent.js";

test("progress is the share of the modules that are done, whole only once all are", () => {
  const modules = ["a", "b", "c"].map((name) => ({ name }));
  expect(progressPercent(modules, [])).toBe(0);
  expect(progressPercent(modules, ["a", "b"])).toBe(66);
  expect(progressPercent(modules, ["a", "b", "c"])).toBe(100);
  // A module that the course no longer has counts for nothing.
  expect(progressPercent(modules, ["a", "gone"])).toBe(33);
  expect(progressPercent([], ["a"])).toBe(0);
});
