import type { Logger } from "@tiergraph/kit/process/log";
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";
import { z } from "zod";

/** A key that the provider has withdrawn is believed no longer than this and a request's time. */
const REFRESH_MS = 25_000;
const TIMEOUT_MS = 5_000;
/** A token with a key that nobody knows asks for the keys again, but not more often. */
const UNKNOWN_KEY_MS = 5_000;
const MAX_BYTES = 512 * 1024;

const keySet = z.looseObject({ keys: z.array(z.looseObject({ kty: z.string() })).min(1, "it holds no keys") });

/**
 * `Known`: as published now. `Outdated`: the address does not answer, and those read before go on. `Unknown`: it has
 * never answered, so that no token can be verified.
 */
export type KeyState = "Known" | "Outdated" | "Unknown";

export interface KeySource {
  readonly find: JWTVerifyGetKey;
  readonly state: () => KeyState;
  /** How often the keys were read, by outcome. */
  readonly reads: () => Readonly<{ read: number; failed: number }>;
  readonly close: () => void;
}

export interface PublishedKeysOptions {
  readonly url: string;
  readonly log: Pick<Logger, "warn" | "info">;
  readonly refreshMs?: number;
}

/**
 * Keys that an identity provider publishes under an address, read at once and each half minute. While the address does
 * not answer, the keys that were read last go on: an outage of the provider's page ends nobody's work.
 */
export function publishedKeys({ url, log, refreshMs = REFRESH_MS }: PublishedKeysOptions): KeySource {
  let published = "";
  let known: ReturnType<typeof createLocalJWKSet> | null = null;
  let isOutdated = false;
  let startedAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | null = null;
  const counts = { read: 0, failed: 0 };
  const readKeys = async (): Promise<void> => {
    startedAt = performance.now();
    try {
      const text = await textAt(url);
      if (text !== published) known = createLocalJWKSet(keySet.parse(JSON.parse(text)) as JSONWebKeySet);
      published = text;
      if (isOutdated) log.info("the keys of the identity provider are read again");
      isOutdated = false;
      counts.read++;
    } catch (error) {
      isOutdated = known !== null;
      counts.failed++;
      const goesOn = isOutdated ? "those read before go on" : "no token can be verified";
      log.warn({ err: error }, `the keys of the identity provider (TOKEN_JWKS_URL) cannot be read: ${goesOn}`);
    }
  };
  const refresh = (): Promise<void> => {
    reading ??= readKeys().finally(() => {
      reading = null;
    });
    return reading;
  };
  const refreshing = setInterval(refresh, refreshMs).unref();
  const first = refresh();
  return {
    find: async (header, token) => {
      if (known === null) await first;
      try {
        return await findIn(known, header, token);
      } catch (error) {
        const mayBeNew = error instanceof errors.JWKSNoMatchingKey;
        if (!mayBeNew || (reading === null && performance.now() - startedAt < UNKNOWN_KEY_MS)) throw error;
        await refresh();
        return findIn(known, header, token);
      }
    },
    state: () => (known === null ? "Unknown" : isOutdated ? "Outdated" : "Known"),
    reads: () => counts,
    close: () => clearInterval(refreshing),
  };
}

function findIn(keys: JWTVerifyGetKey | null, ...asked: Parameters<JWTVerifyGetKey>): ReturnType<JWTVerifyGetKey> {
  if (keys === null) throw new errors.JWKSNoMatchingKey();
  return keys(...asked);
}

/** What stands at an address. @throws where it does not answer in time, redirects, or holds too much */
async function textAt(url: string): Promise<string> {
  const headers = { accept: "application/json, application/jwk-set+json" };
  const response = await fetch(url, { redirect: "error", headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`It answers with status ${response.status}`);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > MAX_BYTES) throw new Error(`It holds more than ${MAX_BYTES} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
