import { expect, test } from "vitest";
import { anEnrollment, standingWith } from "../fixtures/sample-standing.js";
import { settleEnrollments } from "./settle-enrollments.js";

const foundations = { personId: "ada", course: "foundations" };

test("a person is enrolled from the day given, or from today", () => {
  const { outcomes, added } = settleEnrollments(
    [foundations, { personId: "ada", course: "deal-desk", enrolledOn: "2025-03-01" }],
    standingWith(),
  );
  expect(outcomes.map(({ kind }) => kind)).toEqual(["Recorded", "Recorded"]);
  expect(added).toEqual([
    anEnrollment({ enrolledOn: "2025-06-30" }),
    anEnrollment({ course: "deal-desk", enrolledOn: "2025-03-01" }),
  ]);
});

test("a person who is enrolled stays so from the first day, whether known before or earlier in the batch", () => {
  const known = anEnrollment({ progressPercent: 40 });
  const again = settleEnrollments([{ ...foundations, enrolledOn: "2025-05-01" }], standingWith(known));
  expect(again).toEqual({ outcomes: [{ kind: "Unchanged", enrollment: known }], added: [] });
  const twice = settleEnrollments([foundations, foundations], standingWith());
  expect(twice.outcomes.map(({ kind }) => kind)).toEqual(["Recorded", "Unchanged"]);
  expect(twice.added).toHaveLength(1);
});

test("what is refused keeps nothing else of the batch from being taken", () => {
  const { outcomes, added } = settleEnrollments([{ ...foundations, personId: "eve" }, foundations], standingWith());
  expect(outcomes.map(({ kind }) => kind)).toEqual(["Refused", "Recorded"]);
  expect(added).toHaveLength(1);
});
