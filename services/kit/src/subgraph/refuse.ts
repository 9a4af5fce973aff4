import { GraphQLError } from "graphql";

/** Every `extensions.code` that the graph answers with, and what HTTP refuses before it. */
export const ERROR_CODES = [
  "BAD_REQUEST",
  "BAD_USER_INPUT",
  "COST_TOO_HIGH",
  "FORBIDDEN",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "INTERNAL_SERVER_ERROR",
  "INVALID_CURSOR",
  "METHOD_NOT_ALLOWED",
  "NOT_FOUND",
  "OPERATION_RESOLUTION_FAILURE",
  "OVERLOADED",
  "PERSISTED_QUERY_NOT_FOUND",
  "QUERY_NOT_IN_SAFELIST",
  "REQUEST_TIMEOUT",
  "REQUEST_TOO_LARGE",
  "SUBGRAPH_UNAVAILABLE",
  "TOO_MANY_REQUESTS",
  "UNAUTHENTICATED",
  "UNSUPPORTED_MEDIA_TYPE",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Ends a query with a documented error. Mutations answer with `userErrors` instead. */
export function refuse(code: ErrorCode, message: string): never {
  throw new GraphQLError(message, { extensions: { code } });
}
