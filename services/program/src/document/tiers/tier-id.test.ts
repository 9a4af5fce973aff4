import { expect, test } from "vitest";
import { decodeTierId, encodeTierId } from "./tier-id.js";

const gold = { program: "northwind-partners", version: "2026.1", tier: "gold" };
const idOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

test("the id of a tier leads back to it", () => {
  expect(decodeTierId(encodeTierId(gold))).toEqual(gold);
  expect(decodeTierId(encodeTierId({ ...gold, version: 'Größe "2", neu' }))).toMatchObject({
    version: 'Größe "2", neu',
  });
});

test("the same tier of two versions has two ids", () => {
  expect(encodeTierId(gold)).not.toBe(encodeTierId({ ...gold, version: "2026.2" }));
  expect(encodeTierId({ ...gold, version: "1", tier: "2" })).not.toBe(
    encodeTierId({ ...gold, version: "2", tier: "1" }),
  );
});

test.each([
  ["nothing", ""],
  ["a name", "gold"],
  ["a list that is too short", idOf(["p", "1"])],
  ["a list that is too long", idOf(["p", "1", "gold", "x"])],
  ["a version that is a number", idOf(["p", 1, "gold"])],
  ["an object", idOf(gold)],
  ["null", idOf(null)],
])("%s is no id of a tier", (_, id) => {
  expect(decodeTierId(id)).toBeNull();
});
