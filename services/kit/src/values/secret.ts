import { createHash, randomBytes } from "node:crypto";

/** A secret that nobody guesses, in base64url. @param bytes of randomness: 24 or more */
export const newSecret = (bytes: number): string => randomBytes(bytes).toString("base64url");

/** What is kept of a secret that was made here: random as it is, nothing slower than SHA-256 is needed. */
export const hashOfSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");
