import { createHmac, timingSafeEqual } from "node:crypto";
import { scopeOf, type Viewer } from "../identity/viewer.js";

export const MAX_PAGE_SIZE = 100;

/** Signs positions in a list, so that a cursor serves only the viewer, and the list, that it was made for. */
export interface Cursors {
  sign(viewer: Viewer, list: string, position: readonly string[]): string;
  /** Null for a cursor of another viewer or list, or a changed one. */
  open(viewer: Viewer, list: string, cursor: string): string[] | null;
}

export function cursors(secret: string): Cursors {
  const signature = (viewer: Viewer, list: string, body: string) =>
    createHmac("sha256", secret)
      .update(JSON.stringify([viewer.role, scopeOf(viewer), list, body]))
      .digest()
      .subarray(0, 12);
  return {
    sign: (viewer, list, position) => {
      const body = Buffer.from(JSON.stringify(position)).toString("base64url");
      return `${body}.${signature(viewer, list, body).toString("base64url")}`;
    },
    open: (viewer, list, cursor) => {
      const [body = "", signed = ""] = cursor.split(".");
      const given = Buffer.from(signed, "base64url");
      const expected = signature(viewer, list, body);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      return JSON.parse(Buffer.from(body, "base64url").toString()) as string[]; // Signed, so written by `sign`.
    },
  };
}
