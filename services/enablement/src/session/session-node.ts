import { personOf } from "../learner/index.js";
import type { SessionRow } from "./session.entity.js";
import type { PlaceRow } from "./session-place.entity.js";

export const placeOf = (row: PlaceRow) => ({ ...row, person: personOf(row) });

export const sessionOf = (row: SessionRow) => ({
  ...row,
  id: row.sessionId,
  tiers: [...row.tiers],
  seatsLeft: row.seats - row.taken,
  row,
});
