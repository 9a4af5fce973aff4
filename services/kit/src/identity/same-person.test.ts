import { expect, test } from "vitest";
import { isSamePerson } from "./same-person.js";

test.each([
  ["the same text", "pm1"],
  ["capital letters", "PM1"],
  ["a space behind", "pm1 "],
  ["spaces that are not seen as such", "\u00a0pm1\u3000"],
  ["a space of no width", "pm\u200b1"],
  ["a joiner and a mark of direction", "p\u200dm\u200e1"],
  ["a soft hyphen", "p\u00adm1"],
  ["full-width letters", "ｐｍ１"],
  ["a letter of another script", "рm1"],
  ["an accent", "pḿ1"],
  ["a tab and a line end", "\tpm1\r\n"],
])("one who is spelt with %s is the same person", (_, other) => {
  expect(isSamePerson("pm1", other)).toBe(true);
  expect(isSamePerson(other, "pm1")).toBe(true);
});

test.each(["pm2", "pm11", "p.m1", "auth0|pm1", "", "mp1"])("%s is somebody else than pm1", (other) => {
  expect(isSamePerson("pm1", other)).toBe(false);
});
