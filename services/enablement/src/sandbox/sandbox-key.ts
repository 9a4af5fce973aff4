import { createHash, randomBytes } from "node:crypto";

/** A key that nobody guesses, known by its prefix where it turns up somewhere. */
export const newKey = (): string => `tgs_${randomBytes(32).toString("base64url")}`;

/** What is kept of a key. It has 256 random bits: nothing slower than SHA-256 is needed. */
export const hashOfKey = (key: string): string => createHash("sha256").update(key).digest("hex");
