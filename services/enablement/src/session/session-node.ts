import { encodeNamedId } from "@tiergraph/kit/values/named-id";
import { personOf } from "../learner/index.js";
import type { SessionRow } from "./session.entity.js";
import type { PlaceRow } from "./session-place.entity.js";

export const placeOf = (row: PlaceRow) => {
  const person = personOf(row);
  return { id: encodeNamedId("SessionPlace", row.sessionId, person.id), person, ...row };
};

export const sessionOf = (row: SessionRow) => ({
  id: row.sessionId,
  ...row,
  tiers: [...row.tiers],
  seatsLeft: row.seats - row.taken,
  row,
});
