import type { PlaceRow } from "./session-place.entity.js";

type ObligationState = "MET" | "BOOKED" | "OPEN" | "MISSED";

/** A place of somebody of the partner in a session that it has to be at. */
export type ObligedPlace = Pick<PlaceRow, "state" | "hasAttended">;

/**
 * Whether a partner has been where it has to be: `MET` once one of its people was there, `MISSED` once it is over and
 * nobody was, `BOOKED` while somebody has a seat.
 */
export function obligationState(
  { endsAt, places }: { readonly endsAt: Date; readonly places: readonly ObligedPlace[] },
  now: Date,
): ObligationState {
  if (places.some(({ hasAttended }) => hasAttended === true)) return "MET";
  if (endsAt <= now) return "MISSED";
  return places.some(({ state }) => state === "SEATED") ? "BOOKED" : "OPEN";
}
