import { personOf } from "../learner/index.js";
import type { SessionRow } from "./session.entity.js";
import type { PlaceRow } from "./session-place.entity.js";

export const placeOf = (row: PlaceRow) => {
  const { place, askedAt, movedUpAt, hasAttended, sessionId } = row;
  return {
    place,
    askedAt,
    movedUpAt,
    hasAttended,
    sessionId,
    person: personOf(row),
    state: row.state,
  };
};

export const sessionOf = (row: SessionRow) => {
  const { sessionId, title, description, startsAt, endsAt, location, tiers, seats, taken, waiting } = row;
  return {
    id: sessionId,
    title,
    description,
    startsAt,
    endsAt,
    location,
    tiers: [...tiers],
    seats,
    waiting,
    row,
    kind: row.kind,
    isRequired: row.isRequired,
    seatsLeft: seats - taken,
    cancelledBecause: row.cancelledBecause,
    recordingUrl: row.recordingUrl,
  };
};
