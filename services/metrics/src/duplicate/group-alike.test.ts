import { expect, test } from "vitest";
import { groupAlike } from "./group-alike.js";

const pair = (factId: string, otherFactId: string) => ({
  partnerId: `p${factId}`,
  factId,
  otherPartnerId: `p${otherFactId}`,
  otherFactId,
});
const ids = (groups: ReturnType<typeof groupAlike>) => groups.map((facts) => facts.map(({ factId }) => factId));

test("five deals alike are one group, however they were found", () => {
  const all = ["1", "2", "3", "4", "5"];
  const pairs = all.flatMap((one) => all.filter((other) => other !== one).map((other) => pair(one, other)));
  expect(ids(groupAlike(pairs, []))).toEqual([all]);
  expect(ids(groupAlike([pair("1", "2"), pair("4", "5"), pair("2", "4"), pair("3", "5")], []))).toEqual([all]);
});

test("what a person has declared distinct is not asked again", () => {
  expect(groupAlike([pair("1", "2"), pair("2", "1")], [{ one: "1", other: "2" }])).toEqual([]);
  expect(ids(groupAlike([pair("3", "1"), pair("3", "2")], [{ one: "1", other: "2" }]))).toEqual([["1", "2", "3"]]);
});

test("groups that stand grow and meet, and those that nothing touches are left alone", () => {
  const fact = (factId: string) => ({ partnerId: `p${factId}`, factId });
  const standing = [
    [fact("1"), fact("2")],
    [fact("3"), fact("4")],
    [fact("8"), fact("9")],
  ];
  expect(ids(groupAlike([pair("5", "2")], [], standing))).toEqual([["1", "2", "5"]]);
  expect(ids(groupAlike([pair("5", "2"), pair("5", "3")], [], standing))).toEqual([["1", "2", "3", "4", "5"]]);
});
