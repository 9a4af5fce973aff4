import { expect, test } from "vitest";
import { askRaw, attempt, nodesOf, operation } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import type { VariablesOf } from "../kit/document.js";
import { agreedOverride, refusalOf, standingOf } from "../kit/govern.js";
import {
  answers,
  begin,
  partnerWith,
  SILVER_BY_PULSE,
  standing,
  story,
  tiergraph,
  verifyAndStopAfterEach,
} from "./governance-fixture.js";

verifyAndStopAfterEach();

test("a review counts as soon as it is recorded, and a correction takes its place", async () => {
  await begin({ silver: SILVER_BY_PULSE });
  const id = await partnerWith("reviewed");
  const manager = await tiergraph.tokenOf("partner-manager", id);
  const review = { partnerId: id, review: "pulse", answers: answers(4, 3) };
  // 4 of 5 counts twice, 3 of 5 once: 11 of 15.
  const recorded = await attempt(tiergraph, manager, "record-review", review);
  expect(Number(recorded.review.score)).toBeCloseTo(11 / 15, 4);
  await story.settled();
  expect((await standing(id)).tierStatus.tier.name).toBe("silver");
  expect(await refusalOf(tiergraph, manager, "record-review", { ...review, answers: answers(2, 2) })).toEqual([]);
  await story.settled();
  const { tierStatus, reviews } = await standing(id);
  expect(tierStatus.tier.name).toBe("registered");
  expect(nodesOf(reviews).map(({ score }) => Number(score).toFixed(2))).toEqual(["0.40", "0.73"]);
});

test("a review that does not fit its form is refused, and nobody moves", async () => {
  await begin({ silver: SILVER_BY_PULSE });
  const partnerId = await partnerWith("refused");
  const review = { partnerId, review: "pulse", answers: answers(5, 5) };
  const refusalOfWrong = (wrong: Partial<VariablesOf<"record-review">>) =>
    refusalOf(tiergraph, story.token, "record-review", { ...review, ...wrong });
  const wrongAnswers = {
    "above the best": answers(6, 3),
    "below zero": answers(-1, 3),
    "a question left out": answers(4, 3).slice(1),
    "a question answered twice": [...answers(4, 3), ...answers(4, 3)],
    "a question that nobody asked": [...answers(4, 3), { question: "x", answer: 1 }],
  };
  for (const [what, wrong] of Object.entries(wrongAnswers))
    expect(await refusalOfWrong({ answers: wrong }), what).toEqual(["ANSWERS_INVALID"]);
  expect(await refusalOfWrong({ review: "grudge" })).toEqual(["REVIEW_UNKNOWN"]);
  expect(await refusalOfWrong({ heldOn: dayFromToday(3) })).toEqual(["DAY_IN_FUTURE"]);
  await story.settled();
  expect(await standing(partnerId)).toMatchObject({
    reviews: { edges: [] },
    tierStatus: { tier: { name: "registered" } },
  });
});

test("a partner sees what persons decided about it, and nothing of another's", async () => {
  await begin({});
  const [own, other] = [await partnerWith("own"), await partnerWith("other")];
  for (const partnerId of [own, other]) {
    await agreedOverride(tiergraph, {
      partnerId,
      kind: "TIER",
      subject: "gold",
      until: dayFromToday(30),
      reason: `Reason of ${partnerId}`,
    });
    await story.change("record-review", { partnerId, review: "pulse", answers: answers(4, 3) });
  }
  await story.settled();
  const token = await tiergraph.tokenOf("partner", own);
  expect(await standingOf(tiergraph, token, own)).toMatchObject({
    overrides: { edges: [{ node: { kind: "TIER", state: "APPROVED" } }] },
    reviews: { edges: [{ node: { review: "pulse" } }] },
  });
  expect(await standingOf(tiergraph, token, other)).toBeNull();
  const recorded = await askRaw(tiergraph, token, operation("record-review"), {
    partnerId: own,
    review: "pulse",
    answers: answers(5, 5),
  });
  expect(recorded.data).toEqual({ recordReview: null });
});
