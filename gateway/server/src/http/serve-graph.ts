import type { ApolloServer } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { Role, Viewer } from "@tiergraph/kit/identity/viewer";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { AnswerHot } from "../graph/answer-hot.js";
import { MAX_CHARACTERS } from "../graph/document-limits.js";
import type { RequestContext } from "../graph/request-context.js";
import { mark, StandingAnswers } from "../graph/standing-answers.js";
import type { PersistedDocuments } from "../persisted/persisted-documents.js";
import { parametersOf, takeDocument } from "../persisted/take-document.js";
import type { LoggedRequest } from "./access-log.js";
import { compress } from "./compress.js";
import { languageOf, markLanguage } from "./language.js";
import { MAX_NESTING, nestsTooDeeply } from "./nesting.js";
import { httpError } from "./open-http.js";
import { operationNameIn, type RequestOutcome } from "./request-metrics.js";

export interface ServedGraph {
  readonly graph: ApolloServer<RequestContext>;
  readonly answerHot: AnswerHot;
  /** By the header `authorization`; null without a token that is valid. */
  readonly viewerOf: (authorization: string | undefined) => Promise<Viewer | null>;
  readonly documents: PersistedDocuments;
  readonly observe: (request: LoggedRequest) => void;
  /** Rises with every change of what services keep for all; null where nobody here would know. */
  readonly changes: () => number | null;
}

/** Where a request keeps its context from the moment its token is read. */
const CONTEXT = Symbol("context");
declare module "fastify" {
  interface FastifyRequest {
    [CONTEXT]: RequestContext | null;
  }
}

/** Serves the graph at `/graphql`. */
export function serveGraph(
  app: FastifyInstance,
  { graph, answerHot, viewerOf, documents, observe, changes }: ServedGraph,
): void {
  app.decorateRequest(CONTEXT, null);
  const contextOf = (request: FastifyRequest): RequestContext => {
    const context = request[CONTEXT];
    if (context === null) throw new Error("A request passed without its token being read");
    return context;
  };
  const standing = new StandingAnswers(changes);
  const answer = fastifyApolloHandler(graph, { context: async (request) => contextOf(request) });
  app.route({
    url: "/graphql",
    method: ["GET", "POST"],
    // Before the body is read: nothing is parsed for a client without a token.
    preParsing: async (request, reply) => {
      const viewer = await viewerOf(request.headers.authorization);
      markLanguage(request, reply);
      if (viewer === null) {
        return reply
          .code(401)
          .header("www-authenticate", "Bearer")
          .send(httpError(request, "UNAUTHENTICATED", "A valid token is needed."));
      }
      request[CONTEXT] = {
        viewer,
        requestId: request.id,
        address: request.ip,
        language: languageOf(request),
        standing: { at: Date.now(), changes: changes(), isSo: false },
      };
    },
    handler: async (request, reply) => {
      const asked = documents.asked(parametersOf(request), contextOf(request).viewer);
      if (asked.kind === "Refused") return reply.code(asked.status).send(httpError(request, asked.code, asked.message));
      if (asked.kind === "Found") takeDocument(request, asked);
      const confirmed = standing.confirmed(request, contextOf(request));
      if (confirmed !== null) return mark(reply, confirmed).code(304).send();
      const hot = await answerHot(request, contextOf(request));
      if (hot !== null) {
        if (hot.retryAfterSeconds !== null) reply.header("retry-after", hot.retryAfterSeconds);
        return reply
          .code(hot.status)
          .header("content-type", "application/json; charset=utf-8")
          .header("cache-control", "no-store")
          .send(hot.body);
      }
      const excess = excessOf(queryOf(request) ?? "", contextOf(request).viewer);
      if (excess !== null) return reply.code(400).send(httpError(request, "GRAPHQL_VALIDATION_FAILED", excess));
      return answer.call(app, request, reply);
    },
    onSend: (request, reply, payload, done) => {
      const context = request[CONTEXT];
      observe(answeredRequest(request, reply, payload));
      const isStanding = context?.standing?.isSo === true && typeof payload === "string";
      const body = isStanding ? standing.tag(request, reply, { context, body: payload }) : payload;
      if (typeof body === "string") compress(body, reply, done);
      else done(null, body);
    },
  });
  app.route({
    url: "/graphql",
    method: ["DELETE", "PATCH", "PUT"],
    handler: async (request, reply) =>
      reply
        .code(405)
        .header("allow", "GET, POST")
        .send(httpError(request, "METHOD_NOT_ALLOWED", `The graph is asked by POST or GET, not by ${request.method}.`)),
  });
}

/** Who records facts may write a whole batch into the document. */
const RECORDING: readonly Viewer["role"][] = ["PROGRAM_MANAGER", "INGEST"];

/** Why a document is not even read; null where it is. */
function excessOf(document: string, { role }: Viewer): string | null {
  if (document.length > MAX_CHARACTERS && !RECORDING.includes(role))
    return `A document has ${MAX_CHARACTERS} characters at most: send values as variables, or ask in several.`;
  return nestsTooDeeply(document) ? `A document nests ${MAX_NESTING} levels at most: ask in several.` : null;
}

function answeredRequest(request: FastifyRequest, reply: FastifyReply, payload: unknown): LoggedRequest {
  const viewer = request[CONTEXT]?.viewer;
  return {
    operation: operationOf(request),
    role: (viewer?.role as Role | undefined) ?? null, // No client has another.
    outcome: outcomeOf(reply.statusCode, payload),
    seconds: reply.elapsedTime / 1_000,
    requestId: request.id,
    subject: viewer?.subject ?? null,
    status: reply.statusCode,
    body: typeof payload === "string" ? payload : null,
  };
}

/** By the name that it says, or that its document does. */
function operationOf(request: FastifyRequest): string | null {
  const { operationName } = parametersOf(request);
  return typeof operationName === "string" ? operationName : operationNameIn(queryOf(request) ?? "");
}

function outcomeOf(status: number, payload: unknown): RequestOutcome {
  if (status >= 500) return "failed";
  if (status >= 400) return "refused";
  return typeof payload === "string" && payload.startsWith('{"errors"') ? "errors" : "answered";
}

/** The document of a request, however it came; null where it holds none. */
function queryOf({ body, query: parameters }: FastifyRequest): string | null {
  const { query } = { ...(parameters as object), ...(body as object | null) } as { query?: unknown };
  return typeof query === "string" ? query : null;
}
