import { personOf } from "../learner/index.js";
import type { SessionRow } from "./session.entity.js";
import type { PlaceRow } from "./session-place.entity.js";

export const placeOf = (row: PlaceRow) => ({ person: personOf(row), ...row });

export const sessionOf = (row: SessionRow) => ({
  id: row.sessionId,
  ...row,
  tiers: [...row.tiers],
  seatsLeft: row.seats - row.taken,
  row,
});
