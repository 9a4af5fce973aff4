import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { expect, test } from "vitest";
import { AccountsInMemory } from "./cost-accounts.js";
import { CostGuard } from "./cost-guard.js";
import type { Price } from "./price.js";

const portal: Viewer = { role: "PARTNER", subject: "portal", partnerIds: ["a"] };

/** A guard of 100 points an operation and 100 in a second: an account of 200. */
function guarded() {
  let now = 0;
  const guard = new CostGuard(new AccountsInMemory(() => now), () => ({ operation: 100, perSecond: 100 }));
  const priceOf = (points: number, actual: number): Price => ({
    isMutation: false,
    requested: () => points,
    actual: () => actual,
    dearestLists: () => ["partners (100)", "people (20)"],
  });
  const charge = (viewer: Viewer, points: number, actual = points) => guard.charge(viewer, priceOf(points, actual), {});
  return { charge, pass: (ms: number) => (now += ms) };
}

test("an operation above the limit is refused with its price, the limit and what would lower it", () => {
  const { charge } = guarded();
  expect(charge(portal, 101)).toMatchObject({
    kind: "Refused",
    refusal: {
      status: 400,
      code: "COST_TOO_HIGH",
      message:
        "The operation may cost 101 points, and 100 are allowed. Ask for smaller pages of partners (100), then people (20), or in several operations.",
      retryAfterSeconds: null,
      cost: { requested: 101, actual: null, available: 200 },
    },
  });
});

test("what was not needed is given back; what is used comes back in time", () => {
  const { charge, pass } = guarded();
  const first = charge(portal, 100, 40);
  if (first.kind !== "Charged") throw new Error("The account was full");
  expect(charge(portal, 100)).toMatchObject({ kind: "Charged" });
  // Both are under way: the second needed all that was left.
  expect(charge(portal, 1)).toMatchObject({ kind: "Refused", refusal: { status: 429, retryAfterSeconds: 1 } });
  expect(first.settle({})).toMatchObject({ requested: 100, actual: 40, available: 60 });
  expect(charge(portal, 80)).toMatchObject({
    refusal: {
      code: "TOO_MANY_REQUESTS",
      message: "The operation may cost 80 points, and 60 are left: ask again in 1 s, or for less.",
    },
  });
  pass(1_000);
  expect(charge(portal, 80)).toMatchObject({ kind: "Charged" });
});

test("each viewer has an account of its own", () => {
  const { charge } = guarded();
  charge(portal, 100);
  charge(portal, 100);
  expect(charge(portal, 50)).toMatchObject({ kind: "Refused", refusal: { retryAfterSeconds: 1 } });
  for (const other of [
    { ...portal, subject: "other" },
    { ...portal, partnerIds: ["b"] },
  ])
    expect(charge(other, 50)).toMatchObject({ kind: "Charged" });
});
