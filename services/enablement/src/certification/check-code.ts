import { randomBytes } from "node:crypto";

/** A code by which anybody can ask whether a certification holds: 20 hexadecimal digits that nobody guesses. */
export const newCheckCode = (): string => randomBytes(10).toString("hex");

export const isCheckCode = (text: string): boolean => /^[0-9a-f]{20}$/.test(text);
