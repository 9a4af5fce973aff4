import { expect, test } from "vitest";
import { decodeNamedId, encodeNamedId, readNamedId } from "./named-id.js";

const listed = (parts: readonly unknown[]): string => Buffer.from(JSON.stringify(parts)).toString("base64url");

test("an id carries its type and its names", () => {
  const id = encodeNamedId("Content", 'Käse: a "case" study', "12");
  expect(readNamedId(id)).toEqual({ type: "Content", names: ['Käse: a "case" study', "12"] });
  expect(decodeNamedId("Content", id)).toEqual(['Käse: a "case" study', "12"]);
  expect(decodeNamedId("Course", id)).toBeNull();
});

test.each([
  ["an empty text", ""],
  ["no list", Buffer.from('{"type":"Course"}').toString("base64url")],
  ["a type that is not known", listed(["Invoice", "a"])],
  ["what every object has", listed(["constructor", "a"])],
  ["too few names", listed(["Content", "a"])],
  ["too many names", listed(["Course", "a", "b"])],
  ["a number for a name", listed(["Course", 1])],
  ["another spelling of the list", Buffer.from('["Course", "a"]').toString("base64url")],
  ["another spelling of base64", `${encodeNamedId("Course", "ab")}=`],
  ["more than any id holds", encodeNamedId("Course", "a".repeat(2_000))],
])("%s is no id", (_, id) => {
  expect(readNamedId(id)).toBeNull();
});
