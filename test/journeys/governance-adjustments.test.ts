import { expect, test } from "vitest";
import type { ProposeAdjustmentInput } from "../generated/documents.js";
import { ask, operation } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import { refusalOf } from "../kit/govern.js";
import { begin, partnerWith, story, tiergraph, verifyAndStopAfterEach, win } from "./governance-fixture.js";

verifyAndStopAfterEach();

const inputOf = async (partnerId: string) => {
  const { partner } = await ask(tiergraph, story.token, operation("why-this-tier"), { partnerId });
  const { tier, decision } = partner.tierStatus;
  const { value, adjustments } = decision.inputs.find(({ measure }) => measure === "revenue") ?? {};
  return { tier: tier.name, value, adjustments };
};

async function proposed(input: Omit<ProposeAdjustmentInput, "measure">): Promise<string> {
  const { adjustment } = await story.change("propose-adjustment", {
    input: { measure: "revenue", ...input },
  });
  return adjustment.id;
}

test("an excused period counts once a second person approves it, is shown in the decision, and ends without a trace", async () => {
  await begin({});
  const day = dayFromToday;
  // The deal lies 40 days back: outside of the 30 days, unless twenty of them are excused.
  const id = await partnerWith("excused", { [day(-40)]: "6000" });
  expect(await inputOf(id)).toEqual({ tier: "registered", value: "0", adjustments: [] });
  const adjustment = await proposed({
    kind: "EXCUSED",
    from: day(-21),
    until: day(-1),
    reason: "The port was closed.",
  });
  await story.settled();
  expect((await inputOf(id)).tier).toBe("registered");
  const decision = { id: adjustment, approve: true };
  expect(await refusalOf(tiergraph, story.token, "decide-adjustment", decision)).toEqual(["SECOND_PERSON_NEEDED"]);
  const second = await tiergraph.tokenAs("a second manager", "program-manager");
  expect(await refusalOf(tiergraph, second, "decide-adjustment", decision)).toEqual([]);
  await story.settled();
  expect(await inputOf(id)).toMatchObject({
    tier: "gold",
    value: "6000",
    adjustments: [{ kind: "excused", from: day(-21), until: day(-1), unadjusted: "0", reason: "The port was closed." }],
  });
  await story.change("end-adjustment", { id: adjustment });
  await story.settled();
  expect(await inputOf(id)).toEqual({ tier: "registered", value: "0", adjustments: [] });
});

test("a seasonal factor changes the measure of those it is for, and of nobody else", async () => {
  await begin({});
  const day = dayFromToday;
  const deals = { [day(-5)]: "600" };
  const [id, elsewhere] = [
    await story.partner("seasonal", [], { region: "North" }),
    await story.partner("elsewhere", [], { region: "South" }),
  ];
  for (const partnerId of [id, elsewhere]) await win(partnerId, deals);
  const adjustment = await proposed({
    kind: "FACTOR",
    factor: "1.75",
    from: day(-10),
    until: day(1),
    regions: ["North"],
    reason: "Summer.",
  });
  const second = await tiergraph.tokenAs("a second manager", "program-manager");
  expect(await refusalOf(tiergraph, second, "decide-adjustment", { id: adjustment, approve: true })).toEqual([]);
  await story.settled();
  expect(await inputOf(id)).toMatchObject({
    tier: "silver",
    value: "1050",
    adjustments: [{ kind: "factor", factor: "1.75", unadjusted: "600", reason: "Summer." }],
  });
  expect(await inputOf(elsewhere)).toEqual({ tier: "registered", value: "600", adjustments: [] });
});
