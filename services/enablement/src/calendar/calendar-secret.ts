import { createHash, randomBytes } from "node:crypto";

/** The secret part of a calendar's address: 192 random bits. */
export const newSecret = (): string => randomBytes(24).toString("base64url");
export const hashOfSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");
