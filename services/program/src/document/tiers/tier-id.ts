/** A tier belongs to a version: the same name may ask other things in the next. */
export interface TierKey {
  readonly program: string;
  readonly version: string;
  readonly tier: string;
}

export const encodeTierId = ({ program, version, tier }: TierKey): string =>
  Buffer.from(JSON.stringify([program, version, tier])).toString("base64url");

/** Null for whatever `encodeTierId` did not make. */
export function decodeTierId(id: string): TierKey | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(id, "base64url").toString());
    if (!Array.isArray(parts) || parts.length !== 3 || !parts.every((part) => typeof part === "string")) return null;
    const [program, version, tier] = parts as [string, string, string]; // Checked above.
    const key = { program, version, tier };
    return encodeTierId(key) === id ? key : null;
  } catch {
    return null;
  }
}
