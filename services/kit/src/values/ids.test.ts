import { expect, test } from "vitest";
import { decodeOwnedId, encodeOwnedId, isUuid, newId } from "./ids.js";

test("an owned id leads back to its partner and its row", () => {
  const owned = { partnerId: newId(), id: newId() };
  expect(decodeOwnedId(encodeOwnedId(owned))).toEqual(owned);
});

test("what is not an owned id is refused, near misses included", () => {
  const text = encodeOwnedId({ partnerId: newId(), id: newId() });
  const otherSpelling = text.slice(0, -1) + String.fromCharCode(text.charCodeAt(42) + 1);
  for (const wrong of ["", "x", `${text}A`, text.slice(1), newId(), otherSpelling, "é".repeat(43)])
    expect(decodeOwnedId(wrong)).toBeNull();
});

test("new ids are UUIDs in the order of their making", () => {
  const ids = Array.from({ length: 100 }, newId);
  expect(ids.every(isUuid)).toBe(true);
  expect([...ids].sort()).toEqual(ids);
});
