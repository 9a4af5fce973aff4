import { newId } from "@tiergraph/kit/values/ids";
import { expect, test } from "vitest";
import { ada, anEnrollment, standingWith } from "../fixtures/sample-standing.js";
import { settleCompletions } from "./settle-completions.js";

const on = (completedOn: string, course = "foundations") => ({ personId: "ada", course, completedOn });
const settle = (reports: ReturnType<typeof on>[], standing = standingWith()) =>
  settleCompletions(reports, standing, { id: newId, checkCode: () => "code" });

test("completing a course that certifies gives a certification from that day until its validity ends", () => {
  const { outcomes, changed, certifications } = settle([on("2024-02-29")], standingWith());
  expect(outcomes).toMatchObject([{ kind: "Recorded", certification: certifications[0] }]);
  expect(changed).toEqual([
    anEnrollment({ enrolledOn: "2024-02-29", progressPercent: 100, completedOn: "2024-02-29" }),
  ]);
  expect(certifications).toEqual([
    {
      ...ada,
      certificationId: expect.any(String),
      course: "foundations",
      level: "foundation",
      role: "engineering",
      issuedOn: "2024-02-29",
      expiresOn: "2026-02-28",
      term: "2026-02-28",
      courseVersion: 1,
      countsFrom: null,
      checkCode: "code",
      endedBecause: null,
    },
  ]);
});

test("completing a course that certifies nobody gives none", () => {
  const { outcomes, certifications } = settle([on("2025-06-30", "deal-desk")]);
  expect(outcomes).toMatchObject([{ kind: "Recorded", certification: null }]);
  expect(certifications).toEqual([]);
});

test("a completion known already, or earlier than the last one, is no news", () => {
  const known = anEnrollment({ progressPercent: 100, completedOn: "2025-03-01" });
  for (const day of ["2025-03-01", "2025-02-28"])
    expect(settle([on(day)], standingWith(known))).toEqual({
      outcomes: [{ kind: "Unchanged", enrollment: known }],
      changed: [],
      certifications: [],
    });
});

test("completing a course again on a later day renews the certification", () => {
  const known = anEnrollment({ progressPercent: 100, completedOn: "2025-03-01" });
  const { changed, certifications } = settle([on("2025-06-01")], standingWith(known));
  expect(changed).toEqual([{ ...known, completedOn: "2025-06-01" }]);
  expect(certifications).toMatchObject([{ issuedOn: "2025-06-01", expiresOn: "2027-06-01" }]);
});

test("the order of a batch decides nothing: the earlier completion counts first", () => {
  const { outcomes, changed, certifications } = settle([on("2025-06-01"), on("2023-06-01"), on("2023-06-01")]);
  expect(outcomes.map(({ kind }) => kind)).toEqual(["Recorded", "Recorded", "Unchanged"]);
  expect(changed).toEqual([
    anEnrollment({ enrolledOn: "2023-06-01", progressPercent: 100, completedOn: "2025-06-01" }),
  ]);
  expect(certifications.map(({ issuedOn }) => issuedOn).sort()).toEqual(["2023-06-01", "2025-06-01"]);
});

test("nobody completes a course before enrolling: a later enrolment moves to the day of completion", () => {
  const known = anEnrollment({ enrolledOn: "2025-06-01" });
  expect(settle([on("2025-05-01")], standingWith(known)).changed).toMatchObject([
    { enrolledOn: "2025-05-01", completedOn: "2025-05-01" },
  ]);
});
