import { expect, test } from "vitest";
import { decimalOfText, fractionOf } from "./decimal-text.js";

test("a number that no decimal ends is shown to twelve digits", () => {
  expect(decimalOfText("13/33")).toBe("0.393939393939");
  expect(decimalOfText("180719.4")).toBe("180719.4");
});

test("progress reads as 1 only when it is whole", () => {
  expect(fractionOf("1")).toBe("1");
  expect(fractionOf("99999/100000")).toBe("0.9999");
  expect(fractionOf("0")).toBe("0");
});
