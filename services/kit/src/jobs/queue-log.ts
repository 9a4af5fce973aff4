import { Logger as QueueLogger } from "graphile-worker";
import type { Logger } from "../process/log.js";

/** What the library hangs on its messages; `job` carries the payload, which is not for the log. */
interface QueueMeta {
  readonly failure?: boolean;
  readonly job?: { id: string; task_identifier: string; attempts: number; max_attempts: number };
  readonly error?: unknown;
  readonly fatalError?: unknown;
}

/** The queue library's messages, without what jobs carry: customers' names, whole documents. */
export const queueLog = (log: Logger): QueueLogger =>
  new QueueLogger(() => (level, message, meta: QueueMeta = {}) => {
    // The library logs every start and end of a job at `info`; the log is for what a person may need.
    if (level !== "error" && level !== "warning") return log.debug(message);
    const { job, failure } = meta;
    const error = meta.error ?? meta.fatalError;
    const entry = {
      ...(job && { job: { id: job.id, task: job.task_identifier, attempt: job.attempts, of: job.max_attempts } }),
      ...(error !== undefined && { err: error }),
    };
    log[level === "error" ? "error" : "warn"](entry, failure ? "a job failed" : message);
  });
