/** An opaque id that carries its parts as JSON. */
export const encodeParts = (parts: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(parts)).toString("base64url");

/** Untrusted input: null unless it is a list as `encodeParts` writes one. Its parts may still be anything. */
export function decodeParts(id: string, maxLength = Number.POSITIVE_INFINITY): unknown[] | null {
  if (id.length > maxLength) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(id, "base64url").toString());
    return Array.isArray(parts) ? parts : null;
  } catch {
    return null;
  }
}
