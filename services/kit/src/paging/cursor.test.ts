import { expect, test } from "vitest";
import type { Viewer } from "../identity/viewer.js";
import { cursors } from "./cursor.js";

const viewer = (partnerId: string): Viewer => ({ role: "PARTNER", subject: "p", partnerIds: [partnerId] });
const { sign, open } = cursors("secret");

test("a cursor leads its viewer back to the position", () => {
  expect(open(viewer("a"), "partners", sign(viewer("a"), "partners", ["x", "1"]))).toEqual(["x", "1"]);
});

test("a cursor of another viewer, another list or another secret, or a changed one, is refused", () => {
  const cursor = sign(viewer("a"), "partners", ["x", "1"]);
  expect(open(viewer("b"), "partners", cursor)).toBeNull();
  expect(open(viewer("a"), "deals", cursor)).toBeNull();
  expect(cursors("other").open(viewer("a"), "partners", cursor)).toBeNull();
  const [, signature] = cursor.split(".");
  const changed = `${Buffer.from('["y","1"]').toString("base64url")}.${signature}`;
  expect(open(viewer("a"), "partners", changed)).toBeNull();
  for (const nonsense of ["", ".", "a.b", cursor.slice(1)]) expect(open(viewer("a"), "partners", nonsense)).toBeNull();
});
