import type { CourseCertification } from "@tiergraph/program/document/enablement";
import { knownCalendarDate } from "@tiergraph/program/exact";
import { expect, test } from "vitest";
import type { CourseVersion } from "../course/course-version.entity.js";
import { ada, dealDesk, foundations } from "../fixtures/sample-standing.js";
import type { CertificationRow } from "./certification.store.js";
import { certify, isValidOn } from "./certify.js";

const mint = { id: () => "id", checkCode: () => "code" };
const expert: CourseCertification = { level: "expert", validMonths: 18, renewalDays: null, recertifyDays: null };
const given = (
  completedOn: string,
  certifies: Partial<CourseCertification> = {},
  known: { versions?: readonly CourseVersion[]; before?: CertificationRow | null } = {},
): CertificationRow => {
  const certification = certify(
    {
      learner: ada,
      course: { ...foundations, certifies: { ...expert, ...certifies } },
      completedOn: knownCalendarDate(completedOn),
    },
    { versions: known.versions ?? [], before: known.before ?? null },
    mint,
  );
  if (certification === null) throw new Error("none was given");
  return certification;
};
const version = (number: number, fromOn: string, recertifyDays: number | null): CourseVersion => ({
  course: foundations.name,
  version: number,
  fromOn,
  recertifyDays,
});

test("a certification holds from its issue to the day before its expiry", () => {
  const certification = given("2024-08-31");
  expect(certification.expiresOn).toBe("2026-02-28");
  expect(["2024-08-30", "2024-08-31", "2026-02-27", "2026-02-28"].map((day) => isValidOn(certification, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("a certification without a validity holds for good", () => {
  const certification = given("2024-08-31", { validMonths: null });
  expect(certification.expiresOn).toBeNull();
  expect(isValidOn(certification, "9999-12-31")).toBe(true);
});

test("a course that certifies nobody gives none", () => {
  const completion = { learner: ada, course: dealDesk, completedOn: knownCalendarDate("2024-08-31") };
  expect(certify(completion, { versions: [], before: null }, mint)).toBeNull();
});

test.each([
  // Issued, term, renewed on, new expiry: who renews within sixty days of the expiry loses no day.
  ["2024-02-29", "2025-08-29", "2025-06-30", "2027-02-28"],
  ["2024-02-29", "2025-08-29", "2025-08-28", "2027-02-28"],
  ["2024-02-29", "2025-08-29", "2025-06-29", "2026-12-29"],
  ["2024-02-29", "2025-08-29", "2025-08-29", "2027-02-28"],
  ["2023-06-30", "2024-12-30", "2024-12-29", "2026-06-30"],
  ["2023-07-31", "2025-01-31", "2024-12-31", "2026-07-31"],
])("issued on %s until %s and renewed on %s, it holds until %s", (issuedOn, expiry, renewedOn, until) => {
  const before = given(issuedOn, { renewalDays: 60 });
  expect(before.expiresOn).toBe(expiry);
  expect(given(renewedOn, { renewalDays: 60 }, { before }).expiresOn).toBe(until);
});

test("without a window, renewal counts from its own day; and so does what ended before its term", () => {
  const before = given("2024-02-29");
  expect(given("2025-08-28", {}, { before }).expiresOn).toBe("2027-02-28");
  const ended = { ...before, endedBecause: "NEW_VERSION", expiresOn: "2025-06-30" } as const;
  expect(given("2025-06-29", { renewalDays: 60 }, { before: ended }).expiresOn).toBe("2026-12-29");
});

test("what is reported late of an earlier version ends as all of that version do", () => {
  const versions = [version(1, "2020-01-01", null), version(2, "2024-02-28", 2)];
  expect(given("2024-02-27", {}, { versions })).toMatchObject({
    courseVersion: 1,
    expiresOn: "2024-03-01",
    term: "2025-08-27",
    endedBecause: "NEW_VERSION",
  });
  expect(given("2024-02-28", {}, { versions })).toMatchObject({ courseVersion: 2, endedBecause: null });
  // It expires before that anyway.
  expect(given("2022-08-28", {}, { versions })).toMatchObject({ expiresOn: "2024-02-28", endedBecause: null });
});

test("days are the same in every zone of the clock", () => {
  const zone = process.env.TZ;
  const dates = ["2024-02-29", "2024-03-10", "2024-03-31", "2024-10-27", "2024-11-03", "2024-12-31", "2024-08-31"];
  const ends = () => dates.map((day) => given(day, { renewalDays: 60 }).expiresOn);
  const expected = ["2025-08-29", "2025-09-10", "2025-09-30", "2026-04-27", "2026-05-03", "2026-06-30", "2026-02-28"];
  try {
    for (const other of ["America/New_York", "Europe/Berlin", "Pacific/Apia", "Asia/Kathmandu", "Pacific/Kiritimati"]) {
      process.env.TZ = other;
      expect(new Date(0).getTimezoneOffset(), other).not.toBe(0);
      expect(ends()).toEqual(expected);
    }
  } finally {
    process.env.TZ = zone ?? "UTC";
  }
});
