import { expect, test } from "vitest";
import { shownGroups } from "./withhold.js";

const shown = (...sizes: number[]) =>
  [...shownGroups(sizes.map((partners) => ({ partners })))].map(({ partners }) => partners);

test("groups of five partners and more are shown, smaller ones are not", () => {
  expect(shown(5, 12, 100)).toEqual([5, 12, 100]);
  expect(shown(4, 1, 100)).toEqual([100]);
});

test("a single small group takes the next smallest with it, since the whole would give it away", () => {
  expect(shown(40, 3, 12)).toEqual([40]);
  expect(shown(3)).toEqual([]);
});
