import { expect, test } from "vitest";
import { BoundedMap } from "./bounded-map.js";

/** What is made for a key says how many things were made until then. */
function counting(limit: number) {
  const map = new BoundedMap<string, number>(limit);
  let made = 0;
  return (key: string) => map.remember(key, () => ++made);
}

test("what is made for a key is made once", () => {
  const ask = counting(2);
  expect([ask("a"), ask("b"), ask("a"), ask("b")]).toEqual([1, 2, 1, 2]);
});

test("past the limit what nobody asked for longest is forgotten and made anew when it is asked for", () => {
  const ask = counting(2);
  expect([ask("a"), ask("b"), ask("c")]).toEqual([1, 2, 3]);
  expect([ask("b"), ask("c")]).toEqual([2, 3]);
  expect(ask("a")).toBe(4);
});

test("what is asked for again stays longer than what was made after it", () => {
  const ask = counting(2);
  expect([ask("a"), ask("b"), ask("a"), ask("c"), ask("a")]).toEqual([1, 2, 1, 3, 1]);
  expect(ask("b")).toBe(4);
});

test("what could not be made is not remembered, and costs no other entry its place", () => {
  const map = new BoundedMap<string, number>(1);
  map.remember("a", () => 1);
  expect(() =>
    map.remember("b", () => {
      throw new Error("refused");
    }),
  ).toThrow("refused");
  expect(map.remember("a", () => 2)).toBe(1);
  expect(map.remember("b", () => 3)).toBe(3);
});
