import { expect, test } from "vitest";
import { asCalendar } from "./icalendar.js";
import type { SessionRow } from "./session.entity.js";

const session: SessionRow = {
  sessionId: "s-1",
  kind: "LAB",
  title: "Lab; Düsseldorf, day 1",
  description: "Bring:\n- a laptop",
  location: "Room \\7",
  startsAt: new Date("2026-03-29T00:30:00Z"),
  endsAt: new Date("2026-03-29T02:30:00Z"),
  recordingUrl: null,
  tiers: [],
  isRequired: false,
  seats: 1,
  taken: 0,
  waiting: 0,
  arrivals: 0,
  cancelledBecause: null,
  createdBy: "m",
  createdAt: new Date(0),
};
const now = new Date("2026-03-01T10:11:12.345Z");

test("a session is an event in UTC, its texts escaped", () => {
  expect(asCalendar([session], now).split("\r\n")).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Tiergraph//Sessions//EN",
    "BEGIN:VEVENT",
    "UID:s-1@tiergraph",
    "DTSTAMP:20260301T101112Z",
    "DTSTART:20260329T003000Z",
    "DTEND:20260329T023000Z",
    "SUMMARY:Lab\\; Düsseldorf\\, day 1",
    "DESCRIPTION:Bring:\\n- a laptop",
    "LOCATION:Room \\\\7",
    "STATUS:CONFIRMED",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
  expect(asCalendar([{ ...session, cancelledBecause: "Ill." }], now)).toContain("STATUS:CANCELLED");
});

test("no line has more than 75 octets, and no character is cut in two", () => {
  const title = "Grüße aus Düsseldorf ".repeat(12);
  const lines = asCalendar([{ ...session, title }], now).split("\r\n");
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(lines.join("\n").replaceAll("\n ", "")).toContain(`SUMMARY:${title}`);
});
