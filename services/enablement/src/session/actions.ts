import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { EnablementActionParts } from "../publisher.js";
import { bookPlace, cancelPlace, recordAttendance } from "./book-place.action.js";
import { cancelSession, planSession, recordSession } from "./plan-session.action.js";

export const sessionActions = ({ db, clock }: EnablementActionParts) => ({
  planSession: planSession(db, clock),
  cancelSession: cancelSession(db),
  recordSession: recordSession(db),
  bookPlace: bookPlace(db, clock),
  cancelPlace: cancelPlace(db, clock),
  recordAttendance: recordAttendance(db),
});
export type SessionActions = BoundActions<ReturnType<typeof sessionActions>>;
