import { type CalendarDate, parseCalendarDate } from "../exact/calendar-date.js";

/** One measure of one partner, as of a day, by the rules of one version: what a decision cites and metrics can unfold. */
export interface MeasurementKey {
  readonly partnerId: string;
  readonly measure: string;
  readonly asOf: CalendarDate;
  readonly program: string;
  readonly version: string;
}

export const encodeMeasurementId = ({ partnerId, measure, asOf, program, version }: MeasurementKey): string =>
  Buffer.from(JSON.stringify([partnerId, measure, asOf, program, version])).toString("base64url");

/** Null for whatever `encodeMeasurementId` did not make. */
export function decodeMeasurementId(id: string): MeasurementKey | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(id, "base64url").toString());
    if (!Array.isArray(parts) || parts.length !== 5 || !parts.every((part) => typeof part === "string")) return null;
    const [partnerId, measure, day, program, version] = parts as [string, string, string, string, string]; // Checked above.
    const asOf = parseCalendarDate(day);
    if (asOf === null) return null;
    const key = { partnerId, measure, asOf, program, version };
    return encodeMeasurementId(key) === id ? key : null;
  } catch {
    return null;
  }
}
