import { Pool } from "undici";

export interface Load {
  readonly origin: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The next request's body. */
  readonly body: () => string;
}

export interface Loaded {
  readonly requests: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly bytes: number;
}

/**
 * Sends requests over so many connections for some seconds, or until the signal, each connection one after another.
 *
 * @throws where an answer is none, or holds an error
 */
export async function load(
  { origin, path, headers, body }: Load,
  { connections, seconds, signal }: { connections: number; seconds: number; signal?: AbortSignal },
): Promise<Loaded> {
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const latencies: number[] = [];
  let bytes = 0;
  const from = performance.now();
  const until = from + seconds * 1_000;
  const connection = async () => {
    while (performance.now() < until && signal?.aborted !== true) {
      const sentAt = performance.now();
      const response = await pool.request({ path, method: "POST", headers, body: body() });
      const text = await response.body.text();
      if (response.statusCode !== 200 || text.includes('"errors"'))
        throw new Error(`${origin} answered ${response.statusCode}: ${text.slice(0, 300)}`);
      latencies.push(performance.now() - sentAt);
      bytes += text.length;
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, connection));
  } finally {
    await pool.close();
  }
  const tookMs = performance.now() - from;
  const sorted = latencies.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  const requests = sorted.length;
  return { requests, perSecond: (requests / tookMs) * 1_000, p50: at(0.5), p99: at(0.99), bytes: bytes / requests };
}
