import { expect, test } from "vitest";
import { isIdempotencyKey, requestHash } from "./idempotency-key.js";

test("a key has 1 to 128 characters, not all of them spaces", () => {
  expect(["a", "x".repeat(128)].every(isIdempotencyKey)).toBe(true);
  expect(["", "  ", "x".repeat(129)].some(isIdempotencyKey)).toBe(false);
});

test("a request is known again by all of its parts, in their order", () => {
  const hash = requestHash(["60", null]);
  expect(requestHash(["60", null])).toBe(hash);
  for (const other of [["60"], ["60", ""], [null, "60"], ["6", "0"]]) expect(requestHash(other)).not.toBe(hash);
});
