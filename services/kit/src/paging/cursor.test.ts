import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import type { Viewer } from "../identity/viewer.js";
import { cursors } from "./cursor.js";

const viewer = (partnerId: string): Viewer => ({ role: "PARTNER", subject: "p", partnerIds: [partnerId] });
const { seal, open } = cursors("secret");

test("a cursor leads its viewer back to the position", () => {
  expect(open(viewer("a"), "partners", seal(viewer("a"), "partners", ["x", "1"]))).toEqual(["x", "1"]);
  expect(open(viewer("a"), "partners", seal(viewer("a"), "partners", ["Zoë", "1"]))).toEqual(["Zoë", "1"]);
});

test("one position has one cursor, and shows nothing of itself", () => {
  const cursor = seal(viewer("a"), "people", ["Grace Hopper", "1"]);
  expect(seal(viewer("a"), "people", ["Grace Hopper", "1"])).toBe(cursor);
  expect(Buffer.from(cursor, "base64url").toString("latin1")).not.toMatch(/Grace|Hopper/);
  const next = Buffer.from(seal(viewer("a"), "people", ["Grace Hopper", "2"]), "base64url");
  // Two positions that begin alike have nothing in common.
  expect(next.subarray(0, 20)).not.toEqual(Buffer.from(cursor, "base64url").subarray(0, 20));
});

test("a cursor of another viewer, another list or another secret, or a changed one, is refused", () => {
  const cursor = seal(viewer("a"), "partners", ["x", "1"]);
  expect(open(viewer("b"), "partners", cursor)).toBeNull();
  expect(open(viewer("a"), "deals", cursor)).toBeNull();
  expect(cursors("other").open(viewer("a"), "partners", cursor)).toBeNull();
  for (let at = 0; at < cursor.length - 1; at++) {
    const other = cursor[at] === "A" ? "B" : "A";
    expect(open(viewer("a"), "partners", cursor.slice(0, at) + other + cursor.slice(at + 1))).toBeNull();
  }
  for (const nonsense of ["", ".", "a.b", "-", cursor.slice(1), cursor.slice(0, -2), "x".repeat(10_000)])
    expect(open(viewer("a"), "partners", nonsense)).toBeNull();
});

test("a cursor of an earlier version, which was signed, leads on", () => {
  const body = Buffer.from(JSON.stringify(["x", "1"])).toString("base64url");
  const signature = createHmac("sha256", "secret")
    .update(JSON.stringify(["PARTNER", "a", "partners", body]))
    .digest()
    .subarray(0, 12)
    .toString("base64url");
  expect(open(viewer("a"), "partners", `${body}.${signature}`)).toEqual(["x", "1"]);
  expect(open(viewer("b"), "partners", `${body}.${signature}`)).toBeNull();
});
