import { expect, test } from "vitest";
import { nearestName, suggestion } from "./nearest-name.js";

test("a slip of the finger finds the name that was meant", () => {
  expect(nearestName("revenu", ["launches", "revenue", "retention"])).toBe("revenue");
  expect(nearestName("win_rate", ["win-rate"])).toBe("win-rate");
  expect(suggestion("glod", ["silver", "gold"])).toBe("; did you mean `gold`?");
});

test("letters that are left out, added, replaced or swapped are each one mistake, and three are the most", () => {
  const known = ["certified-people"];
  for (const slip of [
    "certifed-people",
    "certiffied-people",
    "certifyed-people",
    "ceritfied-people",
    "ertified-poeple",
  ])
    expect(nearestName(slip, known)).toBe("certified-people");
  expect(nearestName("crtifid-peple", known)).toBe("certified-people");
  expect(nearestName("crtifid-pepl", known)).toBeNull();
});

test("where nothing is near, what is known is said", () => {
  expect(nearestName("churn", ["revenue", "launches"])).toBeNull();
  expect(suggestion("churn", ["revenue", "launches"])).toBe("; expected one of `revenue`, `launches`");
  expect(suggestion("churn", ["revenue"])).toBe("; expected `revenue`");
  expect(suggestion("churn", [])).toBe("");
});

test("a text of a thousand letters is not compared with anything", () => {
  expect(nearestName("x".repeat(1000), ["x".repeat(999)])).toBeNull();
});

test("what the notation knows is listed whole, what a document names only by its first dozen", () => {
  const names = Array.from({ length: 20 }, (_, i) => `name-number-${i}`);
  expect(suggestion("x", names)).toContain("`name-number-11` …");
  expect(suggestion("x", names, true)).toContain("`name-number-19`");
  expect(suggestion("x", names, true)).not.toContain("…");
});
