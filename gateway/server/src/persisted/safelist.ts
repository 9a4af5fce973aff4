import { createHash } from "node:crypto";
import { BoundedMap } from "@tiergraph/kit/values/bounded-map";
import { Kind, parse, print, visit } from "graphql";

/** Documents that clients may send. */
export interface Safelist {
  /** The document of a SHA-256 in hexadecimal; undefined where it is none of the list. */
  find(hash: string): string | undefined;
  /** Whether a document is one of the list, however it is laid out, with or without `__typename` as clients add it. */
  has(document: string): boolean;
}

/** What is remembered of documents that were compared, in characters. */
const MAX_COMPARED = 4 * 1024 * 1024;

export const hashOfDocument = (document: string): string => createHash("sha256").update(document).digest("hex");

/** The committed operations in the form of Apollo's manifests, which clients and other routers read. */
export const manifestOf = (documents: readonly string[]): string =>
  `${JSON.stringify(
    {
      format: "apollo-persisted-query-manifest",
      version: 1,
      operations: documents.map((body) => {
        const { kind, name } = operationIn(body);
        return { id: hashOfDocument(body), name, type: kind, body };
      }),
    },
    null,
    2,
  )}\n`;

function operationIn(document: string): { kind: string; name: string } {
  for (const definition of parse(document).definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION)
      return { kind: definition.operation, name: definition.name?.value ?? "" };
  throw new Error("A committed document holds no operation");
}

export function safelistOf(documents: readonly string[]): Safelist {
  const byHash = new Map(documents.map((document) => [hashOfDocument(document), document]));
  const forms = new Set(documents.flatMap((document) => formOf(document) ?? []));
  const compared = new BoundedMap<string, boolean>(MAX_COMPARED, (document) => document.length);
  return {
    find: (hash) => byHash.get(hash),
    has: (document) =>
      compared.remember(document, () => {
        const form = formOf(document);
        return form !== null && forms.has(form);
      }),
  };
}

/** One text for the ways in which a document may be laid out; null for what is none. */
function formOf(document: string): string | null {
  try {
    const parsed = parse(document, { noLocation: true, maxTokens: MAX_TOKENS });
    return print(
      visit(parsed, {
        Field: ({ name, alias, directives = [] }) =>
          name.value === "__typename" && alias === undefined && directives.length === 0 ? null : undefined,
        Document: ({ definitions, ...document }) => ({
          ...document,
          // Tools send fragments in an order of their own.
          definitions: [...definitions].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)),
        }),
      }),
    );
  } catch {
    return null;
  }
}

const nameOf = (definition: { readonly kind: Kind; readonly name?: { readonly value: string } | undefined }): string =>
  definition.kind === Kind.FRAGMENT_DEFINITION ? `fragment ${definition.name?.value}` : "";

/** The largest committed document has some 2,000. */
const MAX_TOKENS = 10_000;
