import { expect, test } from "vitest";
import { waitUntil } from "./wait-until.js";

/** Holds from the given time of asking on; counts how often it was asked. */
function holdsFrom(time: number) {
  let asked = 0;
  return { holds: async () => ++asked >= time, asked: () => asked };
}

test("what holds already is asked once and not waited for", async () => {
  const { holds, asked } = holdsFrom(1);
  expect(await waitUntil(holds, { withinMs: 60_000, everyMs: 60_000 })).toBe(true);
  expect(asked()).toBe(1);
});

test("what comes to hold within patience is waited for", async () => {
  const { holds, asked } = holdsFrom(3);
  expect(await waitUntil(holds, { withinMs: 60_000, everyMs: 1 })).toBe(true);
  expect(asked()).toBe(3);
});

test("what never holds is given up when patience ends", async () => {
  const { holds, asked } = holdsFrom(Number.POSITIVE_INFINITY);
  expect(await waitUntil(holds, { withinMs: 20, everyMs: 1 })).toBe(false);
  expect(asked()).toBeGreaterThan(1);
});

test("without any patience it is still asked once", async () => {
  const { holds, asked } = holdsFrom(2);
  expect(await waitUntil(holds, { withinMs: 0, everyMs: 1 })).toBe(false);
  expect(asked()).toBe(1);
});

test("a question that fails is reported to the one who asked", async () => {
  const failing = () => Promise.reject(new Error("no answer"));
  await expect(waitUntil(failing, { withinMs: 60_000, everyMs: 1 })).rejects.toThrow("no answer");
});
