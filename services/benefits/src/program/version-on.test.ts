import { expect, test } from "vitest";
import { versionOn } from "./version-on.js";

const version = (name: string, effectiveOn: string | null) => ({ name, effectiveOn });
const first = version("first", "2026-01-01");
const second = version("second", "2026-06-01");

test("a day is paid by the version that judges it", () => {
  expect(versionOn([first, second], "2026-05-31")).toBe(first);
  expect(versionOn([first, second], "2026-06-01")).toBe(second);
});

test("days before the first version are paid by it", () => {
  expect(versionOn([second, first], "2025-12-31")).toBe(first);
});

test("of versions for one day, and of one that reaches back behind another, the last to come into force pays", () => {
  const back = version("back", "2026-03-01");
  expect(versionOn([first, second, back], "2026-07-01")).toBe(back);
  expect(versionOn([first, second, back], "2026-02-28")).toBe(first);
  const again = version("again", "2026-06-01");
  expect(versionOn([first, second, again], "2026-06-01")).toBe(again);
});
