import { expect, test } from "vitest";
import { firstDifference, tierOn } from "./tier-on.js";

const period = (fromOn: string, tier: string) => ({ partnerId: "p", decisionId: "d", fromOn, tier });
const held = [period("2026-01-01", "silver"), period("2026-04-01", "gold")];

test("a tier is held from its first day until the day before the next", () => {
  expect(tierOn(held, "2025-12-31")).toBeNull();
  expect(tierOn(held, "2026-03-31")).toBe("silver");
  expect(tierOn(held, "2026-04-01")).toBe("gold");
});

test("a new history differs from the first day on which another tier was held", () => {
  expect(firstDifference(held, held)).toBeNull();
  expect(firstDifference([], held)).toBe("2026-01-01");
  expect(firstDifference(held, [period("2026-01-01", "silver")])).toBe("2026-04-01");
  expect(firstDifference(held, [...held, period("2026-07-01", "gold")])).toBeNull();
});
