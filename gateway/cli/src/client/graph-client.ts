import { request } from "undici";
import { type GraphFailed, type Judgement, judgeAnswer, type Operation } from "./judge-answer.js";

/** Asks the graph; what may be lost on the way is asked again, so that an operation must be safe to repeat. */
export type Ask = <Data>(
  operation: Operation<Data>,
  variables: Readonly<Record<string, unknown>>,
) => Promise<{ readonly kind: "Answered"; readonly data: Data } | GraphFailed>;

/** Time and the wish to stop, as an argument: tests need not wait. */
export interface Time {
  /** In milliseconds since any moment. */
  now(): number;
  /** Ends early when the import is to stop. */
  pause(ms: number): Promise<void>;
  isStopped(): boolean;
}

export interface GraphClientOptions {
  readonly url: string;
  readonly token: string;
  readonly time: Time;
  /** Called once for each trouble with the reason why the graph is asked again. */
  readonly note: (text: string) => void;
}

/** For how long a graph that has answered before is asked again after a failure. */
export const PATIENCE_MS = 30_000;
/** A graph that has never answered is more likely not there than just away. */
const FIRST_PATIENCE_MS = 3_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 4_000;
const REQUEST_TIMEOUT_MS = 60_000;

/**
 * Opens the way to a graph over HTTP. Failures that may pass are retried, each pause twice the last: up to 30 s where the
 * graph has answered before, up to 3 s where it never has.
 */
export const openGraph = ({ url, token, time, note }: GraphClientOptions): Ask => {
  let hasAnswered = false;
  return async (operation, variables) => {
    const patienceMs = hasAnswered ? PATIENCE_MS : FIRST_PATIENCE_MS;
    let failedAt: number | null = null;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      const judgement = await askOnce({ url, token }, operation, variables);
      if (judgement.kind !== "Transient") {
        hasAnswered = true;
        return judgement;
      }
      if (failedAt === null)
        note(`${url} does not answer (${judgement.why}); asking again for up to ${patienceMs / 1_000} s …`);
      failedAt ??= time.now();
      if (time.isStopped() || time.now() - failedAt + pauseMs > patienceMs)
        return {
          kind: "GraphFailed",
          message: `it does not answer (${judgement.why}). Is it started? npm start does.`,
        };
      await time.pause(pauseMs);
    }
  };
};

async function askOnce<Data>(
  { url, token }: { url: string; token: string },
  { query, data }: Operation<Data>,
  variables: Readonly<Record<string, unknown>>,
): Promise<Judgement<Data>> {
  try {
    // Not `fetch`: that refuses ports which browsers keep from web pages, and follows a redirection with the token.
    const response = await request(url, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    return judgeAnswer({ query, data }, { status: response.statusCode, body: await response.body.text() });
  } catch (error) {
    return { kind: "Transient", why: reasonOf(error) };
  }
}

/** The code says it in a word: ECONNREFUSED, ENOTFOUND. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "code" in error && typeof error.code === "string" ? error.code : error.message;
}
