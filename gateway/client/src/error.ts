/** One error of an answer. */
export interface Failure {
  /** Of the list in the graph's page; `UNREACHABLE` where no answer came, `BAD_RESPONSE` where something else answered. */
  readonly code: string;
  readonly message: string;
  /** Where in the answer. */
  readonly path?: readonly (string | number)[];
}

interface ErrorOptions {
  readonly cause?: unknown;
  /** Of HTTP; null where no answer came. */
  readonly status?: number;
  readonly requestId?: string | null;
  readonly pauseMs?: number | null;
  readonly data?: unknown;
}

/** An operation that was not answered, or with errors. */
export class TiergraphError extends Error {
  override readonly name = "TiergraphError";
  readonly failures: readonly Failure[];
  readonly status: number | null;
  /** By which operators find the request in their logs. */
  readonly requestId: string | null;
  /** How long the graph asks to be left alone; null where it does not say. */
  readonly pauseMs: number | null;
  /** What was answered besides the errors: a service that is down leaves null where its fields are. Null where nothing was. */
  readonly data: unknown;

  constructor(operation: string, failures: readonly Failure[], options: ErrorOptions = {}) {
    super(`${operation}: ${failures.map(({ message }) => message).join(" ")}`, { cause: options.cause });
    this.failures = failures;
    this.status = options.status ?? null;
    this.requestId = options.requestId ?? null;
    this.pauseMs = options.pauseMs ?? null;
    this.data = options.data ?? null;
  }

  /** The code of the first error. */
  get code(): string {
    return this.failures[0]?.code ?? "INTERNAL_SERVER_ERROR";
  }

  /** Whether the same request may be answered a little later. */
  get mayPass(): boolean {
    const isBusy = this.status === 429 || this.status === 502 || this.status === 503 || this.status === 504;
    return isBusy || this.failures.some(({ code }) => code === "UNREACHABLE" || code === "SUBGRAPH_UNAVAILABLE");
  }
}
