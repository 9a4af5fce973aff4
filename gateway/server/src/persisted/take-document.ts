import type { FastifyRequest } from "fastify";
import type { DocumentAsked } from "./persisted-documents.js";

/** The parameters of a request: of its body, or of its address. */
export const parametersOf = ({ method, body, query }: FastifyRequest): Readonly<Record<string, unknown>> => {
  const given = method === "GET" ? query : body;
  return typeof given === "object" && given !== null && !Array.isArray(given) ? { ...given } : {};
};

/** Puts a document in the place of the hash that named it: what comes after sees a request as any other. */
export function takeDocument(request: FastifyRequest, { document }: Extract<DocumentAsked, { kind: "Found" }>): void {
  const { extensions: _hash, documentId: _id, ...others } = parametersOf(request);
  if (request.method !== "GET") {
    request.body = { ...others, query: document };
    return;
  }
  const search = new URLSearchParams({ ...(others as Record<string, string>), query: document }); // Texts, in an address.
  // The library reads it from the address.
  request.raw.url = `/graphql?${search}`;
  request.query = { ...others, query: document };
}
