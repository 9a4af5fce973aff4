import { createHash } from "node:crypto";
import { isTextOf } from "./text.js";

export const MAX_KEY_LENGTH = 128;

/** Whether a text can be the key under which a client asks for something once: 1 to 128 characters, not all of them spaces. */
export const isIdempotencyKey = (text: string): boolean => isTextOf(text, MAX_KEY_LENGTH);

/** By which a request is known again: the same key with other parts is refused. */
export const requestHash = (parts: readonly (string | number | null)[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex");

/**
 * The answer to a request that its client sent before under the same key: as it was the first time, or a refusal where that
 * was another request. Null for a new one. Asked under a lock that every request with this key waits for.
 *
 * @param known what is on record under the key
 * @param hash of the request as it is now, by `requestHash`
 */
export function repeatedAnswer<Known extends { readonly requestHash: string }, Again, Reused>(
  known: Known | null,
  hash: string,
  { again, reused }: { readonly again: (known: Known) => Again; readonly reused: () => Reused },
): Again | Reused | null {
  if (known === null) return null;
  return known.requestHash === hash ? again(known) : reused();
}
