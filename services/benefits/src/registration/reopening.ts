import type { RegistrationRow } from "./deal-registration.entity.js";

/** What a registration becomes once the deal that converted it no longer does. */
interface Reopening {
  readonly registration: RegistrationRow;
  /** The first day on which the customer is free; null where its protection stays as it is. */
  readonly protectedUntil: string | null;
  /** What followed, in words. */
  readonly so: string;
}

/**
 * Another deal of the partner that was won in time converts it instead. Otherwise it is open again while its term lasts;
 * the customer was free since it was converted, and who registered it meanwhile keeps it.
 *
 * @param next what converts it instead
 * @param isHeld whether another registration protects the customer on days before `next`, or on days of its term
 */
export function reopened(
  registration: RegistrationRow,
  { next, isHeld, today }: { next: { factId: string; occurredOn: string } | null; isHeld: boolean; today: string },
): Reopening {
  const until = registration.protectedUntil ?? today;
  if (next !== null)
    return {
      registration: { ...registration, state: "CONVERTED", convertedFactId: next.factId },
      protectedUntil: isHeld ? null : next.occurredOn,
      so: "Another won deal converts the registration.",
    };
  const open: RegistrationRow = { ...registration, convertedFactId: null };
  if (isHeld)
    return {
      // The days after were another's: they do not count as an own protection that has just ended.
      registration: { ...open, state: "LAPSED", protectedUntil: until < today ? until : today },
      protectedUntil: null,
      so: "The registration has lapsed: its customer was registered again meanwhile.",
    };
  if (until <= today)
    return {
      registration: { ...open, state: "LAPSED" },
      protectedUntil: until,
      so: "The registration has lapsed: its term is over.",
    };
  return {
    registration: { ...open, state: "APPROVED" },
    protectedUntil: until,
    so: "The registration is open again.",
  };
}
