import { randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import cors from "@fastify/cors";
import { boundConnections, connectionTimes } from "@tiergraph/kit/http/bound-connections";
import { closeConnections } from "@tiergraph/kit/http/close-connections";
import type { Logger } from "@tiergraph/kit/process/log";
import type { ErrorCode } from "@tiergraph/kit/subgraph/refuse";
import fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from "fastify";
import { errorInLanguage } from "../graph/error-in-language.js";
import { PartnersUnavailable } from "../identity/partner-ids.js";
import { languageOf, markLanguage } from "./language.js";

export interface HttpOptions {
  /** Pages of these origins may ask. */
  readonly allowedOrigins: readonly (string | RegExp)[];
  /** Connections that one address may hold. */
  readonly connectionsPerAddress: number;
  /** Whether clients reach the gateway by https. */
  readonly isTls: boolean;
  readonly log: Logger;
}

/** A batch of 1,000 facts, with room. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;
/** For a year; names below it may belong to somebody else. */
const STRICT_TRANSPORT = "max-age=31536000";
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
export async function openHttp({
  allowedOrigins,
  connectionsPerAddress,
  isTls,
  log,
}: HttpOptions): Promise<FastifyInstance> {
  const app = fastify({
    ...connectionTimes(),
    clientErrorHandler: (error, socket) => answerUnreadable(error, socket),
    bodyLimit: MAX_BODY_BYTES,
    forceCloseConnections: "idle",
    // A request keeps the id that a client or proxy gave it, so that their logs and ours name it alike.
    genReqId: ({ headers }) => idIn(headers["x-request-id"]) ?? randomUUID(),
  });
  closeConnections(app);
  app.addHook("onRequest", (request, reply, done) => {
    reply.header("x-request-id", request.id);
    reply.header("x-content-type-options", "nosniff");
    if (isTls) reply.header("strict-transport-security", STRICT_TRANSPORT);
    done();
  });
  boundConnections(app, {
    perAddress: connectionsPerAddress,
    refuse: (request, reply) => {
      markLanguage(request, reply);
      const message = `${connectionsPerAddress} connections of your address are open: close some, or use them again.`;
      return reply
        .code(429)
        .header("retry-after", "1")
        .send(httpError(request, "TOO_MANY_REQUESTS", message));
    },
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
    if (error instanceof PartnersUnavailable) {
      log.warn({ err: error, requestId: request.id }, "a token could not be read");
      markLanguage(request, reply);
      const message = "The partners service is not available.";
      return reply
        .code(503)
        .header("retry-after", "1")
        .send(httpError(request, "SUBGRAPH_UNAVAILABLE", message));
    }
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

/** Answers what is no request: there is no language and no id to answer with. */
function answerUnreadable({ code }: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const { status, ...error } = UNREADABLE_REQUESTS[code ?? ""] ?? NO_REQUEST;
  const body = JSON.stringify({ errors: [{ message: error.message, extensions: { code: error.code } }] });
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, "content-type: application/json; charset=utf-8"];
  socket.end([...head, `content-length: ${Buffer.byteLength(body)}`, "connection: close", "", body].join("\r\n"));
}

interface UnreadableRequest {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
}
const NO_REQUEST: UnreadableRequest = { status: 400, code: "BAD_REQUEST", message: "This is no HTTP request." };
/** By the codes of Node. */
const UNREADABLE_REQUESTS: Readonly<Record<string, UnreadableRequest>> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: "REQUEST_TIMEOUT",
    message: "The request did not come to its end in time: send it again.",
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: "REQUEST_TOO_LARGE",
    message: "The headers of a request have 16 KiB at most.",
  },
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
