import { knownCalendarDate as day } from "@tiergraph/program/exact";
import { expect, test } from "vitest";
import type { CourseVersion } from "./course-version.entity.js";
import { outdatedOn, taughtSince, versionOn } from "./course-version.js";

const version = (number: number, fromOn: string, recertifyDays: number | null = null): CourseVersion => ({
  course: "c",
  version: number,
  fromOn,
  recertifyDays,
});

test("a day belongs to the version that was taught on it", () => {
  const versions = [version(2, "2024-02-29"), version(1, "2023-01-01")];
  expect(["2022-01-01", "2024-02-28", "2024-02-29", "2030-01-01"].map((on) => versionOn(versions, day(on)))).toEqual([
    1, 1, 2, 2,
  ]);
  expect(versionOn([], day("2024-01-01"))).toBe(1);
});

test("what was earned for a version ends when a later one has been taught for as long as the program says", () => {
  const versions = [
    version(1, "2023-01-01"),
    version(2, "2024-02-28", 2),
    version(3, "2024-03-01"),
    version(4, "2024-12-31", 1),
  ];
  expect(outdatedOn(versions, 1)).toBe("2024-03-01");
  expect(outdatedOn(versions, 2)).toBe("2025-01-01");
  expect(outdatedOn(versions, 3)).toBe("2025-01-01");
  expect(outdatedOn(versions, 4)).toBeNull();
});

test("what is taught now is taught since its version came, or since ever", () => {
  expect(taughtSince([])).toBeNull();
  expect(taughtSince([version(3, "2024-02-29")])).toBeNull();
  expect(taughtSince([version(2, "2024-02-29"), version(1, "2023-01-01")])).toBe("2024-02-29");
});
