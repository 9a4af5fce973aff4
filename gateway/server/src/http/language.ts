import { acceptedLanguage } from "@tiergraph/kit/values/accepted-language";
import { LANGUAGES, type Language } from "@tiergraph/schema/messages";
import type { FastifyReply, FastifyRequest } from "fastify";

/** The language in which a client is answered, by its `accept-language`. */
export const languageOf = ({ headers }: FastifyRequest): Language =>
  acceptedLanguage(headers["accept-language"], LANGUAGES);

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
