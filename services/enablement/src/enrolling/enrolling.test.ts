import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import {
  enablement,
  enroll,
  manager,
  openEnablementForTests,
  PROGRESS,
  partnerOf,
  trainingOf,
} from "../fixtures/opened-enablement.js";

beforeAll(openEnablementForTests);
afterEach(() => enablement.moveTo());
afterAll(() => enablement.stop());

test("people are enrolled once, however often it is reported, and each refusal says why", async () => {
  const { partnerId, people } = await enablement.aPartner({ people: 2 });
  const [ada = "", grace = ""] = people;
  const batch = [
    { personId: ada, course: "foundations", enrolledOn: "2025-01-10" },
    { personId: grace, course: "foundations" },
    { personId: ada, course: "juggling" },
    { personId: ada, course: "deal-desk", enrolledOn: "2025-07-01" },
  ];
  const first = await enroll(batch, partnerOf(partnerId));
  expect(first).toMatchObject({ recorded: 2, unchanged: 0, refused: 2, userErrors: [] });
  expect(first.results.map(({ outcome, code, field }) => [outcome, code, field])).toEqual([
    ["RECORDED", null, null],
    ["RECORDED", null, null],
    ["REFUSED", "COURSE_UNKNOWN", "course"],
    ["REFUSED", "DAY_IN_FUTURE", "enrolledOn"],
  ]);
  expect(await enroll(batch, partnerOf(partnerId))).toMatchObject({ recorded: 0, unchanged: 2, refused: 2 });
  expect(await trainingOf(partnerId)).toMatchObject({ people: 2, enrolled: 2, completed: 0, certifiedPeople: 0 });
});

test("progress enrols, moves on and never falls back; the completion is reported by itself", async () => {
  const { people } = await enablement.aPartner({ people: 1 });
  const progress = async (percent: number) => {
    const input = { personId: people[0], course: "foundations", percent };
    return (await enablement.ask<{ recordProgress: object }>(manager, PROGRESS, { input })).data.recordProgress;
  };
  const atPercent = (percent: number) => ({
    enrollment: { percent, state: "IN_PROGRESS", completedOn: null },
    userErrors: [],
  });
  expect(await progress(60)).toEqual(atPercent(60));
  expect(await progress(20)).toEqual(atPercent(60));
  expect(await progress(100)).toEqual(atPercent(100));
  expect(await progress(101)).toEqual({
    enrollment: null,
    userErrors: [{ code: "PERCENT_INVALID", field: ["input", "percent"] }],
  });
});
