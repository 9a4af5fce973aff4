import { type Logger, pino } from "pino";

export type { Logger } from "pino";

/** Structured logs on standard error: standard output belongs to what a command prints. */
export const createLog = (process: string, level: string): Logger =>
  pino(
    {
      level,
      base: { process },
      redact: ["token", "secret", "password", "authorization", "*.token", "*.secret", "*.password", "*.authorization"],
    },
    pino.destination({ fd: 2, sync: false }),
  );
