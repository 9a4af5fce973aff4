import { messages } from "@tiergraph/schema/messages";

/** Errors of the graph that people read, by their code. */
export const errorMessages = messages("error", {
  UNAUTHENTICATED: "A valid token is needed.",
  FORBIDDEN: "Your role may not do this.",
  INTERNAL_SERVER_ERROR: "Something went wrong.",
  COST_TOO_HIGH: "The operation asks for too much at once: ask for smaller pages, or in several operations.",
  NOT_FOUND: "There is nothing here.",
  METHOD_NOT_ALLOWED: "Use a method that the header allow names.",
  REQUEST_TOO_LARGE: "The request is too large: send it in several.",
  UNSUPPORTED_MEDIA_TYPE: "Send JSON, with the header content-type: application/json.",
  TOO_MANY_REQUESTS: "You ask too much at once: try again in a moment.",
  OVERLOADED: "Too much is asked at once: try again in a moment.",
  SUBGRAPH_UNAVAILABLE: "The {service} service is not available.",
  DATA_UNAVAILABLE: "The data cannot be reached for the moment: try again.",
});
