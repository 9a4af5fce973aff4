import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { DatabaseUnavailable } from "../database/database-unavailable.js";
import { ERROR_CODES } from "./refuse.js";

const DOCUMENTED: ReadonlySet<unknown> = new Set(ERROR_CODES);

/**
 * What a client learns of an error: a documented code, a message without addresses, SQL or stack, and the place.
 * Anything undocumented becomes INTERNAL_SERVER_ERROR; the log keeps the original.
 */
export const formatError =
  (log: Logger) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const place = {
      ...(formatted.path && { path: formatted.path }),
      ...(formatted.locations && { locations: formatted.locations }),
    };
    const code = formatted.extensions?.code;
    if (DOCUMENTED.has(code) && code !== "INTERNAL_SERVER_ERROR") {
      const service = formatted.extensions?.service;
      return { message: formatted.message, ...place, extensions: { code, ...(service ? { service } : {}) } };
    }
    const original = unwrapResolverError(error);
    if (original instanceof DatabaseUnavailable) {
      log.warn({ err: original, path: formatted.path }, "the database did not serve a request");
      const message = "The data cannot be reached for the moment: try again.";
      return { message, ...place, extensions: { code: "SUBGRAPH_UNAVAILABLE" } };
    }
    if (isOfArgument(original)) return { message: original.message, ...place, extensions: { code: "BAD_USER_INPUT" } };
    log.error({ err: original, path: formatted.path }, "unexpected error in the graph");
    return { message: "Something went wrong.", ...place, extensions: { code: "INTERNAL_SERVER_ERROR" } };
  };

/** A value that only shows itself as none of the argument's type when the field runs, such as a variable that is null. */
const isOfArgument = (error: unknown): error is GraphQLError =>
  error instanceof GraphQLError && error.originalError === undefined && /^Argument "/.test(error.message);
