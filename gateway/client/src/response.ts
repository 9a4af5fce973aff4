import { type Failure, TiergraphError } from "./error.js";

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;

interface Refusal {
  /** What was asked for, as the error names it. */
  readonly asked: string;
  readonly url: string;
  readonly response: Response;
  /** Of the answer, as JSON; null where it is none. */
  readonly body: unknown;
}

/** The error that an answer is; null where it is none. */
export function errorOf({ asked, url, response, body }: Refusal): TiergraphError | null {
  const { data, errors } = (typeof body === "object" && body !== null ? body : {}) as Answer;
  const requestId = response.headers.get("x-request-id");
  const pauseMs = pauseAskedFor(response.headers.get("retry-after"));
  if (errors !== undefined && errors.length > 0)
    return new TiergraphError(asked, errors.map(failureOf), { status: response.status, requestId, pauseMs, data });
  if (data !== undefined && data !== null) return null;
  const code = response.status >= 500 ? "UNREACHABLE" : "BAD_RESPONSE";
  const message = `${url} answered ${response.status}, and not as a graph does.`;
  return new TiergraphError(asked, [{ code, message }], { status: response.status, requestId, pauseMs });
}

export const unreachable = (asked: string, url: string, cause: unknown): TiergraphError =>
  new TiergraphError(asked, [{ code: "UNREACHABLE", message: `${url} cannot be reached.` }], { cause });

/** How long to wait before asking again, in milliseconds: as the graph asks, or longer with each failure. */
export const pauseAfter = (failures: number, askedMs: number | null = null): number =>
  askedMs ?? Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS) * (0.5 + Math.random() / 2);

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly GraphError[];
}

interface GraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

const failureOf = ({ message, path, extensions }: GraphError): Failure => ({
  code: extensions?.code ?? "INTERNAL_SERVER_ERROR",
  message,
  ...(path && { path }),
});

/** `Retry-After` in seconds, at most as long as a pause of ours. */
function pauseAskedFor(header: string | null): number | null {
  const seconds = header === null ? Number.NaN : Number(header);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1_000, LONGEST_PAUSE_MS) : null;
}
