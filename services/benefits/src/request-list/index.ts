export { requestArgs } from "./request-args.graphql.js";
export { type OrderOf, type RequestsWanted, readRequests } from "./request-list.reads.js";
export { dayOrNever, requestLists } from "./request-list.store.js";
