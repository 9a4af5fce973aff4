import type { Role } from "@tiergraph/kit/identity/viewer";
import { Counter, Histogram, type Registry } from "prom-client";

/** How a request ended: with data, with errors beside it or in its place, refused (4xx), or failed (5xx). */
export type RequestOutcome = "answered" | "errors" | "refused" | "failed";

export interface AnsweredRequest {
  /** Of the operation; null where it has none, or none was read. */
  readonly operation: string | null;
  /** Null where no token was read. */
  readonly role: Role | null;
  readonly outcome: RequestOutcome;
  readonly seconds: number;
}

/** From a compiled answer to one that waits for a service. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const OTHER = "other";

/**
 * Counts requests of the graph, and how long they took.
 *
 * @param known names of operations; what a client names otherwise is `other`, so that no client makes series without end
 */
export function requestMetrics(registry: Registry, known: ReadonlySet<string>): (request: AnsweredRequest) => void {
  const requests = new Counter({
    name: "tiergraph_requests_total",
    help: "Requests of the graph by operation, role and outcome: answered, errors, refused (4xx) or failed (5xx).",
    labelNames: ["operation", "role", "outcome"],
    registers: [registry],
  });
  const durations = new Histogram({
    name: "tiergraph_request_seconds",
    help: "How long requests of the graph took, by operation.",
    labelNames: ["operation"],
    buckets: BUCKETS,
    registers: [registry],
  });
  return ({ operation, role, outcome, seconds }) => {
    const name = operation !== null && known.has(operation) ? operation : OTHER;
    requests.inc({ operation: name, role: role ?? "none", outcome });
    durations.observe({ operation: name }, seconds);
  };
}

/** The name of the operation that a document begins with; good enough for a label. */
export const operationNameIn = (document: string): string | null =>
  /^\s*(?:#[^\n]*\n\s*)*(?:query|mutation)\s+(\w+)/.exec(document)?.[1] ?? null;
