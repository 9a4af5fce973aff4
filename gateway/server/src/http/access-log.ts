import { createHmac } from "node:crypto";
import type { Logger } from "@tiergraph/kit/process/log";
import type { AnsweredRequest } from "./request-metrics.js";

/** What the access log says of a request besides what metrics count. */
export interface LoggedRequest extends AnsweredRequest {
  readonly requestId: string;
  /** Null where no token was read. */
  readonly subject: string | null;
  readonly status: number;
  /** As it is sent, before it is compressed; null where it is no text. */
  readonly body: string | null;
}

/**
 * One line a request: who asked, without naming anybody, what, how it ended, what it cost.
 *
 * @param secret of the installation: without it nobody finds a subject by its hash
 */
export const accessLog =
  (log: Pick<Logger, "info">, secret: string) =>
  ({ requestId, subject, role, operation, outcome, status, seconds, body }: LoggedRequest): void =>
    log.info(
      {
        requestId,
        viewer: subject === null ? null : createHmac("sha256", secret).update(subject).digest("hex").slice(0, 16),
        role,
        operation,
        outcome,
        status,
        milliseconds: Math.round(seconds * 1_000),
        cost: body === null ? null : costIn(body),
      },
      "request",
    );

/** Of `extensions.cost`, with which an answer ends; null where it has none. */
export function costIn(body: string): number | null {
  const at = body.lastIndexOf('"cost":{');
  const actual = at < 0 ? undefined : /"actual":(\d+)/.exec(body.slice(at, at + 200))?.[1];
  return actual === undefined ? null : Number(actual);
}
