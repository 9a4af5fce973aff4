import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { decodeOwnedId, encodeOwnedId, isUuid, newId, typeOfOwnedId } from "./ids.js";

test("an owned id leads back to its partner and its row", () => {
  const owned = { partnerId: newId(), id: newId() };
  expect(decodeOwnedId(encodeOwnedId("Deal", owned))).toEqual(owned);
});

test("an owned id is a letter for its type and the bytes of both UUIDs in base64url", () => {
  for (let i = 0; i < 1_000; i++) {
    const [partnerId, id] = [randomUUID(), randomUUID()];
    const bytes = Buffer.from((partnerId + id).replaceAll("-", ""), "hex");
    const text = `d${bytes.toString("base64url")}`;
    expect(encodeOwnedId("Deal", { partnerId, id })).toBe(text);
    expect(typeOfOwnedId(text)).toBe("Deal");
    expect(decodeOwnedId(text)).toEqual({ partnerId, id });
  }
});

test("what is not an owned id is refused, near misses included", () => {
  const text = encodeOwnedId("Person", { partnerId: newId(), id: newId() });
  const otherSpelling = text.slice(0, -1) + String.fromCharCode(text.charCodeAt(43) + 1);
  for (const wrong of [
    "",
    "x",
    `${text}A`,
    text.slice(1),
    newId(),
    otherSpelling,
    "é".repeat(44),
    `-${text.slice(1)}`,
  ]) {
    expect(decodeOwnedId(wrong)).toBeNull();
    expect(typeOfOwnedId(wrong)).toBeNull();
  }
});

test("new ids are UUIDs in the order of their making", () => {
  const ids = Array.from({ length: 100 }, newId);
  expect(ids.every(isUuid)).toBe(true);
  expect([...ids].sort()).toEqual(ids);
});
