import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { scopeOf, type Viewer } from "@tiergraph/kit/identity/viewer";

export const MAX_SAVED_QUERIES = 100;
export const MAX_SOURCE_CHARACTERS = 20_000;
const MAX_VARIABLES_CHARACTERS = 20_000;
/** Queued and running, of one viewer. */
export const MAX_UNFINISHED = 5;
export const MAX_ROWS = 1_000_000;
/** How long an export is kept. */
export const KEPT_MS = 24 * 60 * 60 * 1000;
/** How long a link serves; a new one is made whenever it is asked for. */
export const LINK_MS = 15 * 60 * 1000;
/** How long who runs an export may be silent, before another takes over. */
export const LEASE_MS = 30_000;
/** How often an export is begun from one place, before it is set aside. */
export const MAX_CLAIMS = 2;

/** Why an export failed. */
export const SET_ASIDE = `It ended ${MAX_CLAIMS} runners before one part was done: ask for less at once.`;
export const TOO_MANY_ROWS = `It has more than ${MAX_ROWS} rows: filter the query.`;

/** Names of saved queries serve as names of files. */
export const isQueryName = (name: string): boolean => /^[a-z0-9][a-z0-9-]{0,63}$/.test(name);

/** Null where it is no JSON object. */
export function variablesOf(text: string): Readonly<Record<string, unknown>> | null {
  if (text.length > MAX_VARIABLES_CHARACTERS) return null;
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === "object" && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** Under which queries and exports are kept: one subject may hold tokens for one partner or another. */
export const viewerKey = (viewer: Viewer): string =>
  createHash("sha256")
    .update(JSON.stringify([viewer.role, viewer.subject, scopeOf(viewer)]))
    .digest("base64url");

/** The viewer that an export is of, as the gateway acts for. */
export const ownerOf = (owner: { readonly role: string; readonly subject: string; readonly scope: string }) => ({
  role: owner.role,
  subject: owner.subject,
  partnerIds: owner.scope === "*" ? null : owner.scope.split(",").filter((id) => id !== ""),
});

/** Signs links, so that one serves its viewer alone, and until it expires. */
export interface Tickets {
  sign(viewer: Viewer, exportId: string, until: Date): string;
  isValid(viewer: Viewer, exportId: string, ticket: string, now: Date): boolean;
}

export function tickets(secret: string): Tickets {
  const signatureOf = (viewer: Viewer, exportId: string, until: string) =>
    createHmac("sha256", secret)
      .update(JSON.stringify(["export", viewer.role, viewer.subject, scopeOf(viewer), exportId, until]))
      .digest()
      .subarray(0, 16);
  return {
    sign: (viewer, exportId, until) => {
      const time = until.getTime().toString(36);
      return `${time}.${signatureOf(viewer, exportId, time).toString("base64url")}`;
    },
    isValid: (viewer, exportId, ticket, now) => {
      const [time = "", signature = ""] = ticket.split(".");
      const given = Buffer.from(signature, "base64url");
      const expected = signatureOf(viewer, exportId, time);
      return (
        given.length === expected.length &&
        timingSafeEqual(given, expected) &&
        Number.parseInt(time, 36) > now.getTime()
      );
    },
  };
}
