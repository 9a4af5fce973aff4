import { createHash, randomBytes } from "node:crypto";

/** A secret that nobody guesses, in base64url. @param bytes of randomness: 24 or more */
export const newSecret = (bytes: number): string => randomBytes(bytes).toString("base64url");

/** What is kept of a secret that was made here: random as it is, nothing slower than SHA-256 is needed. */
export const hashOfSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");

const MIN_LENGTH = 32;
const MIN_CHARACTERS = 8;
const MAX_PERIOD = 16;

/** What is wrong with a secret that somebody chose; null where nothing is. It cannot know one that others chose as well. */
export function secretProblem(secret: string): string | null {
  if (secret.length < MIN_LENGTH) return `at least ${MIN_LENGTH} characters`;
  const units = Array.from({ length: MAX_PERIOD }, (_, i) => secret.slice(0, i + 1));
  const isRepeated = units.some((unit) => unit.repeat(secret.length).startsWith(secret));
  const isGuessable = isRepeated || new Set(secret).size < MIN_CHARACTERS;
  return isGuessable ? "it can be guessed: take one of `openssl rand -hex 32`" : null;
}
