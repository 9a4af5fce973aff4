import { type CalendarDate, decodeParts, encodeParts, parseCalendarDate } from "../exact/index.js";

/** One measure of one partner on a day, by one version: decisions cite it, metrics resolves it. */
export interface MeasurementKey {
  readonly partnerId: string;
  readonly measure: string;
  readonly asOf: CalendarDate;
  readonly program: string;
  readonly version: string;
  /** As known at this moment, ISO 8601; absent for now. */
  readonly knownAt?: string;
}

export const encodeMeasurementId = (key: MeasurementKey): string => {
  const { partnerId, measure, asOf, program, version, knownAt } = key;
  return encodeParts([partnerId, measure, asOf, program, version, ...(knownAt === undefined ? [] : [knownAt])]);
};

/** Untrusted input: null unless `encodeMeasurementId` made it. */
export function decodeMeasurementId(id: string): MeasurementKey | null {
  const parts = decodeParts(id) ?? [];
  if (![5, 6].includes(parts.length) || !parts.every((part) => typeof part === "string")) return null;
  const [partnerId, measure, day, program, version] = parts as [string, string, string, string, string]; // Checked above.
  const knownAt = parts[5] as string | undefined; // Checked above.
  const asOf = parseCalendarDate(day);
  if (asOf === null || (knownAt !== undefined && !isMoment(knownAt))) return null;
  const key = { partnerId, measure, asOf, program, version, ...(knownAt === undefined ? {} : { knownAt }) };
  return encodeMeasurementId(key) === id ? key : null;
}

/** In the format of `encodeMeasurementId`: UTC, to the millisecond. */
function isMoment(text: string): boolean {
  const moment = new Date(text);
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === text;
}
