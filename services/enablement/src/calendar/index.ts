export { calendarActions } from "./actions.js";
export { calendarTable } from "./calendar.entity.js";
export { CalendarResolver } from "./calendar.graphql.js";
export { calendarReads } from "./calendar.reads.js";
