import { decodeParts, encodeParts } from "../../exact/index.js";

/** A tier of one version: the same name may ask other things in the next. */
export interface TierKey {
  readonly program: string;
  readonly version: string;
  readonly tier: string;
}

export const encodeTierId = ({ program, version, tier }: TierKey): string => encodeParts([program, version, tier]);

/** Untrusted input: null unless `encodeTierId` made it. */
export function decodeTierId(id: string): TierKey | null {
  const parts = decodeParts(id);
  if (parts?.length !== 3 || !parts.every((part) => typeof part === "string")) return null;
  const [program, version, tier] = parts as [string, string, string]; // Checked above.
  const key = { program, version, tier };
  return encodeTierId(key) === id ? key : null;
}
