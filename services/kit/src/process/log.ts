import { type Logger, pino } from "pino";

export type { Logger } from "pino";

/** Structured logs on standard error: standard output belongs to what a command prints. */
export const createLog = (
  process: string,
  level: string,
  destination: { write(line: string): void } = pino.destination({ fd: 2, sync: false }),
): Logger =>
  pino(
    {
      level,
      base: { process },
      serializers: { err: loggedError, error: loggedError },
      redact: ["token", "secret", "password", "authorization", "*.token", "*.secret", "*.password", "*.authorization"],
    },
    destination,
  );

export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: LoggedError;
}

/**
 * What the log says about an error. PostgreSQL's errors carry the contents of rows (`detail`, `where`, `parameters`,
 * the statement), and what else hangs on an error may be somebody's data: only what is named here is written.
 */
export const loggedError = (given: unknown): LoggedError => describe(given, 3);

function describe(given: unknown, depth: number): LoggedError {
  if (!(given instanceof Error))
    return { type: typeof given, message: typeof given === "string" ? given : "not an error" };
  const { code, cause } = given as { code?: unknown; cause?: unknown };
  return {
    type: given.name,
    message: given.message,
    ...(code === undefined ? {} : { code: String(code) }),
    ...(given.stack === undefined ? {} : { stack: given.stack }),
    ...(cause instanceof Error && depth > 0 ? { cause: describe(cause, depth - 1) } : {}),
  };
}
