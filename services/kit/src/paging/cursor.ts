import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from "node:crypto";
import { scopeOf, type Viewer } from "../identity/viewer.js";

export const MAX_PAGE_SIZE = 100;

/**
 * Seals positions in a list, so that a cursor serves only the viewer, and the list, that it was made for, and shows
 * nobody what the list is ordered by: a name that its viewer may not read is in it, too.
 */
export interface Cursors {
  seal(viewer: Viewer, list: string, position: readonly string[]): string;
  /** Null for a cursor of another viewer or list, or a changed one. */
  open(viewer: Viewer, list: string, cursor: string): string[] | null;
}

/**
 * A cursor is a tag and what it was made of, encrypted with the tag as the counter to start from (RFC 5297 describes the
 * pattern): one position has one cursor, so that answers that are alike are equal.
 */
export function cursors(secret: string): Cursors {
  const key = createHmac("sha256", secret).update("cursor encryption").digest();
  const digest = (viewer: Viewer, list: string, body: string) =>
    createHmac("sha256", secret)
      .update(JSON.stringify([viewer.role, scopeOf(viewer), list, body]))
      .digest();
  const tagOf = (viewer: Viewer, list: string, body: string) => digest(viewer, list, body).subarray(0, TAG_BYTES);
  const openSigned = (viewer: Viewer, list: string, cursor: string): string[] | null => {
    const [body = "", signature = ""] = cursor.split(".");
    const given = Buffer.from(signature, "base64url");
    if (!isSame(given, digest(viewer, list, body).subarray(0, 12))) return null;
    return JSON.parse(Buffer.from(body, "base64url").toString()) as string[]; // Signed, so written by an earlier version.
  };
  return {
    seal: (viewer, list, position) => {
      const body = JSON.stringify(position);
      const tag = tagOf(viewer, list, body);
      const cipher = createCipheriv("aes-256-ctr", key, tag);
      return Buffer.concat([tag, cipher.update(body), cipher.final()]).toString("base64url");
    },
    open: (viewer, list, cursor) => {
      // An export that runs while the product is upgraded reads on from a cursor of before.
      if (cursor.includes(".")) return openSigned(viewer, list, cursor);
      const bytes = Buffer.from(cursor, "base64url");
      if (bytes.length <= TAG_BYTES) return null;
      const tag = bytes.subarray(0, TAG_BYTES);
      const decipher = createDecipheriv("aes-256-ctr", key, tag);
      const body = Buffer.concat([decipher.update(bytes.subarray(TAG_BYTES)), decipher.final()]).toString();
      return isSame(tag, tagOf(viewer, list, body)) ? (JSON.parse(body) as string[]) : null; // Its tag says that `seal` wrote it.
    },
  };
}

const TAG_BYTES = 16;

const isSame = (one: Uint8Array, other: Uint8Array) => one.length === other.length && timingSafeEqual(one, other);
