import { expect, test } from "vitest";
import { payloadOf, refusal } from "./refusal.js";

test("what was done stands in its field, what was refused says where below the input", () => {
  expect(payloadOf("seat", { kind: "Done", number: 7 }, ({ number }) => number)).toEqual({ seat: 7, userErrors: [] });
  expect(payloadOf("seat", refusal("TAKEN", ["row", "2"], "It is taken."), () => 0)).toEqual({
    seat: null,
    userErrors: [{ code: "TAKEN", field: ["input", "row", "2"], message: "It is taken." }],
  });
});
