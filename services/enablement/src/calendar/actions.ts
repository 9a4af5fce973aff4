import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { EnablementActionParts } from "../publisher.js";
import { makeCalendar } from "./make-calendar.action.js";

export const calendarActions = ({ db, clock }: EnablementActionParts) => ({
  makeCalendar: makeCalendar(db, clock),
});
export type CalendarActions = BoundActions<ReturnType<typeof calendarActions>>;
