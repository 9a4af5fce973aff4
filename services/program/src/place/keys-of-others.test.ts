import { expect, test } from "vitest";
import { decodeNextStep, encodeNextStep } from "./next-step-id.js";
import { decodeTierPath, encodeTierPath } from "./tier-path-id.js";

const partnerId = "0190a000-0000-7000-8000-000000000001";

test("a next step and a tier's path are known again by their ids", () => {
  const step = { partnerId, personId: "p", course: "basics", level: "expert, mostly", role: null };
  expect(decodeNextStep(encodeNextStep(step))).toEqual(step);
  const path = { partnerId, tier: "gold" };
  expect(decodeTierPath(encodeTierPath(path))).toEqual(path);
});

test.each(["", "?", "bm90IGpzb24", Buffer.from("[1,2,3,4,5]").toString("base64url"), "A".repeat(9_000)])(
  "%s is the id of neither",
  (id) => {
    expect([decodeNextStep(id), decodeTierPath(id)]).toEqual([null, null]);
  },
);
