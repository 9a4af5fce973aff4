import { expect, test } from "vitest";
import { knownCalendarDate as day } from "../exact/index.js";
import { fourTiersUnder, placeBy } from "../fixtures/index.js";
import type { Override } from "./decision.js";

const override: Override = { id: "o-1", tier: "diamond", until: day("2023-06-01"), reason: "Founding partner." };

test("a partner that was put in a tier by hand is there at once, and is back where the rules have it when that ends", () => {
  const program = fourTiersUnder("{ takes-effect: next-month, steps-per-review: 1 }");
  const points = { points: "10" };
  const earned = placeBy(program, "2023-01-01", points);
  const put = placeBy(program, "2023-02-10", points, { before: earned.after, override });
  expect(put).toMatchObject({ tier: "diamond", outcome: "PROMOTED", effectiveOn: "2023-02-10" });
  expect(put.after).toMatchObject({
    tier: "gold",
    since: "2023-01-01",
    placed: "diamond",
    demotedOn: null,
    steps: null,
  });
  const back = placeBy(program, "2023-06-01", points, { before: put.after });
  expect(back).toMatchObject({ tier: "gold", outcome: "DEMOTED", effectiveOn: "2023-06-01" });
  expect(back.after).toMatchObject({ tier: "gold", since: "2023-01-01", demotedOn: null });
});

test("what a partner earns while it stands elsewhere by hand is not forgotten", () => {
  const program = fourTiersUnder("{}");
  const put = placeBy(program, "2023-01-01", { points: "0" }, { override });
  const earned = placeBy(program, "2023-02-01", { points: "20" }, { before: put.after, override });
  expect(earned).toMatchObject({ tier: "diamond", outcome: "KEPT", after: { tier: "platinum" } });
  expect(placeBy(program, "2023-06-01", { points: "20" }, { before: earned.after })).toMatchObject({
    tier: "platinum",
  });
});

test("a partner that someone holds stays where it is, and the review that this stopped is made up for", () => {
  const hold = { id: "h-1", until: day("2023-04-15"), reason: "Under review." };
  const program = fourTiersUnder("{ cadence: quarterly }");
  const start = placeBy(program, "2023-01-01", { points: "30" });
  const held = placeBy(program, "2023-04-01", { points: "0" }, { before: start.after, hold });
  expect(held).toMatchObject({ tier: "diamond", safeguards: [{ rule: "HOLD", until: "2023-04-15" }] });
  expect(placeBy(program, "2023-04-15", { points: "0" }, { before: held.after }).tier).toBe("registered");
});

test("where a new version no longer has the tier that is held, a partner starts in the highest that it reaches", () => {
  const program = fourTiersUnder("{ grace: 90 days, steps-per-review: 1 }");
  const before = { ...placeBy(program, "2023-01-01", { points: "10" }).after, tier: "bronze", placed: "bronze" };
  expect(placeBy(program, "2023-02-01", { points: "30" }, { before })).toMatchObject({
    tier: "diamond",
    outcome: "PLACED",
    safeguards: [],
    after: { since: "2023-02-01" },
  });
});
