import { expect, test } from "vitest";
import { productLineOf } from "./product-line.js";

test("a product line is one however it is spelt, and is named as the program names it", () => {
  const terms = { productLines: ["Platform", "Field services"] };
  for (const text of ["platform", "PLATFORM", "plat-form", " Platform "])
    expect(productLineOf(terms, text)).toEqual({ name: "Platform", key: "platform" });
  expect(productLineOf(terms, "field-services")?.name).toBe("Field services");
  expect(productLineOf(terms, "hardware")).toBeNull();
});

test("a program that names no lines takes any, and still knows one by one key", () => {
  expect(productLineOf({ productLines: [] }, " Any Line ")).toEqual({ name: "Any Line", key: "anyline" });
});
