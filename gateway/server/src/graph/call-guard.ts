import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
  wrap,
} from "cockatiel";

/** As many as a service works on at once through one gateway; more wait their turn. */
export const MAX_AT_ONCE = 64;
const MAX_WAITING = 1_000;
/** Failures in a row, with none answered between, after which a service is left alone for a while. */
const FAILURES = 5;
const PAUSE_MS = 2_000;
/** Repeats that calls earn: one in ten, and some for a start. A service that is down is not asked twice as often. */
const REPEATS_A_CALL = 0.1;
const MAX_REPEATS = 10;

/** A service is left alone, since it failed several times in a row. */
export class LeftAlone extends Error {}
/** More wait for a service than it can answer in time. */
export class TooManyWaiting extends Error {}
/** A connection that ended before an answer began: the service may not even have read what was sent. */
export class ConnectionLost extends Error {}

export interface Call<Answer> {
  /** A read, which may be sent again where its connection was lost. */
  readonly isRepeatable: boolean;
  /** When the one who asks is answered without it: `performance.now()`. */
  readonly deadline: number;
  /** @throws ConnectionLost, or any other error */
  readonly send: (signal: AbortSignal) => Promise<Answer>;
}

export interface CallGuard {
  /** @throws LeftAlone, TooManyWaiting, or what the last sending threw */
  call<Answer>(call: Call<Answer>): Promise<Answer>;
  readonly isLeftAlone: () => boolean;
}

/**
 * Guards the calls of one service: a bound on those under way, a pause after failures in a row, one repeat of a read whose
 * connection was lost, and a deadline for all of it.
 */
export function callGuard(pauseMs = PAUSE_MS): CallGuard {
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: pauseMs,
    breaker: new ConsecutiveBreaker(FAILURES),
  });
  const guard = wrap(bulkhead(MAX_AT_ONCE, MAX_WAITING), breaker);
  let repeats = MAX_REPEATS;
  return {
    isLeftAlone: () => breaker.state === CircuitState.Open,
    async call({ isRepeatable, deadline, send }) {
      repeats = Math.min(MAX_REPEATS, repeats + REPEATS_A_CALL);
      const ending = new AbortController();
      const { signal } = ending;
      const inTime = Math.max(0, Math.ceil(deadline - performance.now()));
      const timer = setTimeout(() => ending.abort(new DOMException("It took too long", "TimeoutError")), inTime);
      const once = () =>
        guard.execute(() => {
          signal.throwIfAborted(); // While it waited.
          return send(signal);
        });
      const twice = once().catch((error) => {
        if (!isRepeatable || !(error instanceof ConnectionLost) || repeats < 1) throw error;
        repeats--;
        return once();
      });
      // What waits for a turn or a connection does not look at its signal.
      const over = new Promise<never>((_, reject) =>
        signal.addEventListener("abort", () => reject(signal.reason), { once: true }),
      );
      try {
        return await Promise.race([twice, over]);
      } catch (error) {
        if (error instanceof BrokenCircuitError)
          throw new LeftAlone("It failed several times in a row", { cause: error });
        if (error instanceof BulkheadRejectedError) throw new TooManyWaiting("Too many wait for it", { cause: error });
        throw error;
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
