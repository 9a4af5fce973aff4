import { findBy } from "@tiergraph/kit/database/table-reads";
import { putAll } from "@tiergraph/kit/database/table-writes";
import { calendarTable } from "./calendar.entity.js";

/** A partner has one calendar: a new address ends the one before. */
export const putCalendars = putAll("calendar.put", calendarTable);

export const findCalendar = findBy("calendar.find", calendarTable, ["secretHash"]);
