import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { ErrorCode } from "@tiergraph/kit/subgraph/refuse";
import { BoundedMap } from "@tiergraph/kit/values/bounded-map";
import { z } from "zod";
import { MAX_CHARACTERS } from "../graph/document-limits.js";
import { hashOfDocument, type Safelist } from "./safelist.js";

/** Who may only send documents of the safelist. */
export type SafelistMode = "on" | "partners" | "off";

/** What a request asks to be run. */
export type DocumentAsked =
  /** The document that it carries, if any. */
  | { readonly kind: "AsSent" }
  | { readonly kind: "Found"; readonly document: string }
  | {
      readonly kind: "Refused";
      readonly status: 200 | 400;
      readonly code: ErrorCode;
      readonly message: string;
    };

/** Documents that clients registered, in characters. */
const MAX_REGISTERED = 8 * 1024 * 1024;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const persisted = z.object({ version: z.literal(1), sha256Hash: sha256 });
const carried = z.object({ persistedQuery: persisted });
const documentId = z.templateLiteral(["sha256:", sha256]).transform((id) => id.slice("sha256:".length));

/**
 * Documents by their hash: those of the safelist, and those that clients registered by sending one with its hash, as
 * Apollo's clients do. Who is bound to the safelist registers none, and is refused every other document.
 */
export class PersistedDocuments {
  readonly #registered = new BoundedMap<string, string>(MAX_REGISTERED, (_hash, document) => document.length);

  constructor(
    readonly safelist: Safelist,
    readonly mode: SafelistMode,
  ) {}

  /** @param asked the parameters of a request, as a body or a search has them; `extensions` is JSON there */
  asked(asked: Readonly<Record<string, unknown>>, viewer: Viewer): DocumentAsked {
    const document = typeof asked.query === "string" && asked.query !== "" ? asked.query : null;
    const hash = hashIn(asked);
    const isBound = this.mode === "on" || (this.mode === "partners" && viewer.role === "PARTNER");
    const isListed = (text: string) => text.length <= MAX_CHARACTERS && this.safelist.has(text);
    if (hash === null) return isBound && document !== null && !isListed(document) ? NOT_LISTED : AS_SENT;
    if (document === null) {
      const found = this.safelist.find(hash) ?? (isBound ? undefined : this.#registered.find(hash));
      if (found !== undefined) return { kind: "Found", document: found };
      return isBound ? NOT_LISTED : NOT_FOUND;
    }
    if (hashOfDocument(document) !== hash) return OTHER_HASH;
    if (isBound) return isListed(document) ? { kind: "Found", document } : NOT_LISTED;
    if (document.length <= MAX_CHARACTERS) this.#registered.keep(hash, document);
    return { kind: "Found", document };
  }
}

/** The hash by which a request names its document; null where it names none. */
function hashIn({ extensions, documentId: id }: Readonly<Record<string, unknown>>): string | null {
  const named = documentId.safeParse(id);
  if (named.success) return named.data;
  const found = carried.safeParse(typeof extensions === "string" ? parsed(extensions) : extensions);
  return found.success ? found.data.persistedQuery.sha256Hash : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const AS_SENT: DocumentAsked = { kind: "AsSent" };
const NOT_LISTED: DocumentAsked = {
  kind: "Refused",
  status: 400,
  code: "QUERY_NOT_IN_SAFELIST",
  message: "This server answers only operations of its safelist: send one of those, or ask for yours to be added.",
};
/** Clients that register documents send it along then. */
const NOT_FOUND: DocumentAsked = {
  kind: "Refused",
  status: 200,
  code: "PERSISTED_QUERY_NOT_FOUND",
  message: "PersistedQueryNotFound",
};
const OTHER_HASH: DocumentAsked = {
  kind: "Refused",
  status: 400,
  code: "BAD_REQUEST",
  message: "The hash is not that of the document: send the SHA-256 of its text in hexadecimal.",
};
