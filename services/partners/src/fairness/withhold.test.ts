import { expect, test } from "vitest";
import { withheld } from "./withhold.js";

const row = (...counts: number[]) => counts.map((partners, i) => ({ tier: `tier-${i}`, partners }));
const shown = (...counts: number[]) => withheld(row(...counts)).map(({ partners }) => partners);

test("counts of five and more are shown", () => {
  expect(shown(5, 12, 100)).toEqual([5, 12, 100]);
});

test("fewer than five could be recognised and are withheld", () => {
  expect(shown(4, 1, 100)).toEqual([null, null, 100]);
});

test("a single small count takes the next smallest with it, since the total would give it away", () => {
  expect(shown(40, 3, 12)).toEqual([40, null, null]);
});

test("a partner that is alone in its row is not shown", () => {
  expect(shown(1)).toEqual([null]);
});
