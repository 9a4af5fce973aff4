import { randomUUID } from "node:crypto";
import cors from "@fastify/cors";
import { closeConnections } from "@tiergraph/kit/http/close-connections";
import type { Logger } from "@tiergraph/kit/process/log";
import type { ErrorCode } from "@tiergraph/kit/subgraph/refuse";
import fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from "fastify";
import { errorInLanguage } from "../graph/error-in-language.js";
import { languageOf, markLanguage } from "./language.js";

export interface HttpOptions {
  /** Pages of these origins may ask. */
  readonly allowedOrigins: readonly (string | RegExp)[];
  readonly log: Logger;
}

/** A batch of 1,000 facts, with room. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;
/** Seconds for which a browser need not ask again whether it may. */
const PREFLIGHT_SECONDS = 600;

/** What is answered before the graph is asked, in the form of its own errors. */
export const httpError = (request: FastifyRequest, code: ErrorCode, message: string) => ({
  errors: [errorInLanguage(languageOf(request), { message, extensions: { code, requestId: request.id } })],
});

/**
 * The HTTP server under all that the gateway serves: each answer names its request, pages of other origins ask as far as
 * they are allowed, and refusals have one form.
 */
export async function openHttp({ allowedOrigins, log }: HttpOptions): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: MAX_BODY_BYTES,
    forceCloseConnections: "idle",
    // A request keeps the id that a client or proxy gave it, so that their logs and ours name it alike.
    genReqId: ({ headers }) => idIn(headers["x-request-id"]) ?? randomUUID(),
  });
  closeConnections(app);
  app.addHook("onRequest", (request, reply, done) => {
    reply.header("x-request-id", request.id);
    done();
  });
  await app.register(cors, {
    origin: [...allowedOrigins],
    methods: ["GET", "POST"],
    allowedHeaders: [
      "accept-language",
      "apollo-require-preflight",
      "apollographql-client-name",
      "apollographql-client-version",
      "authorization",
      "content-type",
      "if-none-match",
      "last-event-id",
      "x-request-id",
    ],
    exposedHeaders: ["content-language", "etag", "retry-after", "x-request-id"],
    maxAge: PREFLIGHT_SECONDS,
  });
  app.setNotFoundHandler((request, reply) => {
    markLanguage(request, reply);
    return reply
      .code(404)
      .send(httpError(request, "NOT_FOUND", `There is nothing at ${request.method} ${pathOf(request.url)}.`));
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { statusCode = 500 } = error;
    if (statusCode >= 500) log.error({ err: error, requestId: request.id }, "a request failed");
    const { code, message } = refusalOf(error);
    markLanguage(request, reply);
    return reply.code(statusCode).send(httpError(request, code, message));
  });
  return app;
}

/** What a client, a proxy or a tracing tool may name a request. */
const idIn = (given: string | string[] | undefined): string | null =>
  typeof given === "string" && /^[\w.:-]{1,128}$/.test(given) ? given : null;

const pathOf = (url: string): string => url.split("?", 1)[0]?.slice(0, 200) ?? "";

/** By the codes of the HTTP library. */
const UNREADABLE: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: "The body is no JSON.",
  FST_ERR_CTP_EMPTY_JSON_BODY: "The body is empty: send JSON with a query.",
};

function refusalOf({ statusCode = 500, code, message }: FastifyError): { code: ErrorCode; message: string } {
  switch (statusCode) {
    case 413:
      return {
        code: "REQUEST_TOO_LARGE",
        message: `A request has at most ${MAX_BODY_BYTES / 1024 / 1024} MiB: send it in several.`,
      };
    case 415:
      return { code: "UNSUPPORTED_MEDIA_TYPE", message: "Send JSON, with the header content-type: application/json." };
    default:
      return statusCode < 500
        ? { code: "BAD_REQUEST", message: UNREADABLE[code] ?? `The request cannot be read: ${message}.` }
        : { code: "INTERNAL_SERVER_ERROR", message: "Something went wrong." };
  }
}
