import { createHash } from "node:crypto";

export const MAX_KEY_LENGTH = 128;

/** Whether a text can be the key under which a client asks for something once: 1 to 128 characters, not all of them spaces. */
export const isIdempotencyKey = (text: string): boolean => text.trim() !== "" && text.length <= MAX_KEY_LENGTH;

/** By which a request is known again: the same key with other parts is refused. */
export const requestHash = (parts: readonly (string | number | null)[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex");
