import { expect, test } from "vitest";
import { generateSample } from "./generate-sample.js";

const sample = generateSample("2026-06-30");

test("the sample is the same for the same day, and another for another seed", () => {
  expect(generateSample("2026-06-30")).toEqual(sample);
  expect(generateSample("2026-06-30", 7)).not.toEqual(sample);
});

test("some 200 partners have two years of deals, seats, people and training behind them", () => {
  expect(sample.partners).toHaveLength(200);
  expect(new Set(sample.partners.map(({ name }) => name)).size).toBe(200);
  expect(new Set(sample.facts.map(({ kind, externalId }) => `${kind} ${externalId}`)).size).toBe(sample.facts.length);
  expect(sample.facts.filter(({ kind }) => kind === "DEAL_WON").length).toBeGreaterThan(800);
  expect(sample.people.length).toBeGreaterThan(400);
  expect(sample.completions.length).toBeGreaterThan(400);
});

test("nothing in the sample happens after its last day", () => {
  const days = [...sample.facts.map(({ on }) => on), ...sample.completions.map(({ completedOn }) => completedOn)];
  expect(days.every((day) => day === null || day <= "2026-06-30")).toBe(true);
});
