/**
 * The database did not answer, or not in time: the same request may succeed in a moment. Says nothing of where the
 * database is; what happened is its `cause`, for the log.
 */
export class DatabaseUnavailable extends Error {
  override readonly name = "DatabaseUnavailable";

  constructor(cause: unknown) {
    super("The database does not answer", { cause });
  }
}

/** The error itself, or `DatabaseUnavailable` in the place of one that says as much. */
export const unavailableOr = (error: unknown): unknown =>
  isUnavailable(error) && !(error instanceof DatabaseUnavailable) ? new DatabaseUnavailable(error) : error;

export function isUnavailable(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable) return true;
  const { code, message } = error as { code?: unknown; message?: unknown };
  return CODES.has(String(code)) || isLostConnection(error) || NO_CONNECTION.test(String(message));
}

/** True where the connection that met the error can no longer be used. */
export function isLostConnection(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return LOSSES.has(String(code)) || /^08/.test(String(code)) || TORN.test(String(message));
}

const LOSSES = new Set([
  "57P01",
  "57P02",
  "57P03",
  "57P05", // shutdown, crash, start-up, idle for too long
  "ECONNRESET",
  "ECONNREFUSED",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
]);
const CODES = new Set([
  "53300",
  "53400",
  "55P03",
  "57014", // too many connections, lock timeout, statement timeout
]);
// What pg says by itself carries no code.
const TORN = /Connection terminated|not queryable|Connection ended unexpectedly|Query read timeout/;
const NO_CONNECTION = /timeout exceeded when trying to connect/;
