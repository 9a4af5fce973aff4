import type { SessionRow } from "./session.entity.js";
import { type SessionRefusal, sessionRefusals } from "./session.refusals.js";
import type { PlaceRow } from "./session-place.entity.js";

type SeatGiven =
  | { readonly kind: "PlaceGiven"; readonly session: SessionRow; readonly place: PlaceRow }
  | SessionRefusal;

interface AskingForSeat {
  readonly partnerId: string;
  readonly personId: string;
  /** Of the partner; null before the first placement. */
  readonly tier: string | null;
  readonly actor: string;
  readonly now: Date;
}

/** A seat while there is one, else the last place in the line. A person who has one already keeps it. */
export function giveSeat(session: SessionRow, known: PlaceRow | null, asking: AskingForSeat): SeatGiven {
  const { partnerId, personId, tier, actor, now } = asking;
  if (session.cancelledBecause !== null) return sessionRefusals.SessionCancelled();
  if (session.endsAt <= now) return sessionRefusals.SessionOver();
  if (known !== null && known.state !== "CANCELLED") return { kind: "PlaceGiven", session, place: known };
  if (session.tiers.length > 0 && (tier === null || !session.tiers.includes(tier)))
    return sessionRefusals.TierNotInvited({ tiers: session.tiers });
  const isSeated = session.taken < session.seats;
  const arrivals = session.arrivals + 1;
  return {
    kind: "PlaceGiven",
    session: {
      ...session,
      arrivals,
      ...(isSeated ? { taken: session.taken + 1 } : { waiting: session.waiting + 1 }),
    },
    place: {
      partnerId,
      sessionId: session.sessionId,
      personId,
      place: arrivals,
      state: isSeated ? "SEATED" : "WAITING",
      askedAt: now,
      askedBy: actor,
      seatedAt: isSeated ? now : null,
      movedUpAt: null,
      hasAttended: null,
    },
  };
}

/** A place that is given up: the person who has waited longest gets the seat, and is notified once. */
export function giveUp(
  session: SessionRow,
  place: PlaceRow,
  { firstWaiting, now }: { firstWaiting: PlaceRow | null; now: Date },
): { session: SessionRow; places: PlaceRow[] } {
  const cancelled: PlaceRow = { ...place, state: "CANCELLED" };
  if (place.state === "WAITING") return { session: { ...session, waiting: session.waiting - 1 }, places: [cancelled] };
  if (firstWaiting === null) return { session: { ...session, taken: session.taken - 1 }, places: [cancelled] };
  const seated: PlaceRow = { ...firstWaiting, state: "SEATED", seatedAt: now, movedUpAt: now };
  return { session: { ...session, waiting: session.waiting - 1 }, places: [cancelled, seated] };
}
