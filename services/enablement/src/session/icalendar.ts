import type { SessionRow } from "./session.entity.js";

/** Sessions as a calendar that other calendars read. Source: RFC 5545. */
export function asCalendar(sessions: readonly SessionRow[], now: Date): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Tiergraph//Sessions//EN",
    ...sessions.flatMap((session) => [
      "BEGIN:VEVENT",
      `UID:${session.sessionId}@tiergraph`,
      `DTSTAMP:${moment(now)}`,
      `DTSTART:${moment(session.startsAt)}`,
      `DTEND:${moment(session.endsAt)}`,
      `SUMMARY:${escaped(session.title)}`,
      ...(session.description === null ? [] : [`DESCRIPTION:${escaped(session.description)}`]),
      ...(session.location === null ? [] : [`LOCATION:${escaped(session.location)}`]),
      `STATUS:${session.cancelledBecause === null ? "CONFIRMED" : "CANCELLED"}`,
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

/** In UTC: `20260502T090000Z`. */
const moment = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;

const escaped = (text: string): string =>
  text
    .replaceAll("\\", "\\\\")
    .replaceAll(";", "\\;")
    .replaceAll(",", "\\,")
    .replaceAll(/\r\n|\n|\r/g, "\\n");

/** A line has at most 75 octets; what is longer goes on in the next, after a space. No character is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let [part, octets] = ["", 0];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      [part, octets] = ["", 0];
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join("\r\n ");
}
