import { acceptedLanguage } from "@tiergraph/kit/values/accepted-language";
import { BoundedMap } from "@tiergraph/kit/values/bounded-map";
import { LANGUAGES, type Language } from "@tiergraph/schema/messages";
import type { FastifyReply, FastifyRequest } from "fastify";

/** The language in which a client is answered, by its `accept-language`. */
export function languageOf({ headers: { "accept-language": header } }: FastifyRequest): Language {
  if (header === undefined || header.length > MAX_REMEMBERED_LENGTH) return acceptedLanguage(header, LANGUAGES);
  return accepted.remember(header, () => acceptedLanguage(header, LANGUAGES));
}

/** Browsers send a few different headers, and each of them with every request. */
const accepted = new BoundedMap<string, Language>(200);
const MAX_REMEMBERED_LENGTH = 200;

/** Says in which language an answer is, and that another client may get another one. */
export function markLanguage(request: FastifyRequest, reply: FastifyReply): void {
  reply.header("content-language", languageOf(request));
  addVary(reply, "accept-language");
}

/** Adds names of headers that an answer depends on. */
export function addVary(reply: FastifyReply, ...names: readonly string[]): FastifyReply {
  const known = String(reply.getHeader("vary") ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  return reply.header("vary", [...new Set([...known, ...names])].join(", "));
}
