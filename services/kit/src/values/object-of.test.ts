import { expect, test } from "vitest";
import { objectOf } from "./object-of.js";

test("objects have the names in their order, each object its own, also of names that are hard to quote", () => {
  const names = ["b", "a", "constructor", 'it\'s "quoted"', "0x", "\u2028", "});process.exit(1);({"];
  const make = objectOf(names);
  const [one, other] = [make(), make()];
  expect(Object.keys(one)).toEqual(names);
  one.a = 1;
  expect(other.a).toBeNull();
  expect(Object.keys(objectOf([])())).toEqual([]);
});

test("a name that means the prototype elsewhere is a name", () => {
  const object = objectOf(["__proto__", "a"])();
  expect(Object.keys(object)).toEqual(["__proto__", "a"]);
  expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
});
