import { randomUUID } from "node:crypto";
import { ApolloServer } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import { parse } from "graphql";
import { type CompiledExecution, compileExecution } from "../execution/compile-execution.js";
import { viewerOfSubgraphToken } from "../identity/subgraph-token.js";
import type { Viewer } from "../identity/viewer.js";
import type { Logger } from "../process/log.js";
import { serveOperations } from "../process/operations-routes.js";
import { formatError } from "./format-error.js";
import type { Service } from "./service.js";

export interface SubgraphServerOptions {
  readonly port: number;
  readonly host: string;
  /** Shared with the gateway, which signs its tokens with it. */
  readonly gatewaySecret: string;
  readonly log: Logger;
}

const MAX_VALIDATED = 1_000;
/** What asks for the schema stays with Apollo Server. */
const INTROSPECTS = /\b__(schema|type)\b/;

interface Asked {
  readonly key: string;
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The operation in a body; null where it has another form, which Apollo Server refuses. */
function askedIn(body: unknown): Asked | null {
  if (typeof body !== "object" || body === null) return null;
  const { query, operationName = null, variables } = body as Record<string, unknown>;
  if (typeof query !== "string" || (operationName !== null && typeof operationName !== "string")) return null;
  if (variables != null && (typeof variables !== "object" || Array.isArray(variables))) return null;
  const given = (variables ?? {}) as Readonly<Record<string, unknown>>; // An object, as was just seen.
  return {
    key: `${operationName?.length ?? 0} ${operationName ?? ""}${query}`,
    query,
    operationName,
    variables: given,
  };
}

/**
 * Serves one subgraph over HTTP to the gateway and to nobody else: without the gateway's token every question to
 * `/graphql`, `_service` and `_entities` included, is answered by 401.
 */
export async function serveSubgraph(service: Service, options: SubgraphServerOptions): Promise<FastifyInstance> {
  const { port, host, gatewaySecret, log } = options;
  const app = fastify({ bodyLimit: 16 * 1024 * 1024 });
  const server = new ApolloServer<object>({
    schema: service.schema,
    csrfPrevention: false, // No browser holds the gateway's token.
    formatError: formatError(log),
    introspection: true,
    stopOnTerminationSignals: false,
  });
  await server.start();
  serveOperations(app, service.isReady);
  const viewers = new WeakMap<FastifyRequest, Viewer>();
  const contextOf = (request: FastifyRequest): object => {
    const viewer = viewers.get(request);
    if (viewer === undefined) throw new Error("A request passed without its token being read");
    return service.contextFor({ viewer, requestId: String(request.headers["x-request-id"] ?? randomUUID()) });
  };
  const answerNew = fastifyApolloHandler(server, { context: async (request) => contextOf(request) });
  /** Operations that Apollo Server has parsed and validated, compiled. */
  const validated = new Map<string, CompiledExecution>();
  const remember = ({ key, query, operationName }: Asked) => {
    const oldest = validated.keys().next();
    if (validated.size >= MAX_VALIDATED && !oldest.done) validated.delete(oldest.value);
    const document = parse(query, { noLocation: true });
    validated.set(key, compileExecution(service.schema, document, operationName));
  };
  app.post(
    "/graphql",
    {
      preParsing: async (request, reply) => {
        const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
        const viewer = await viewerOfSubgraphToken(gatewaySecret, service.name, token);
        if (viewer === null) return reply.code(401).send({ errors: [{ message: "Unauthenticated." }] });
        viewers.set(request, viewer);
      },
    },
    async (request, reply) => {
      const asked = askedIn(request.body);
      const hot = asked === null ? undefined : validated.get(asked.key);
      if (asked !== null && hot !== undefined) {
        const { data, errors } = await hot(asked.variables, contextOf(request));
        const format = formatError(log);
        return reply
          .type("application/json; charset=utf-8")
          .send(JSON.stringify({ errors: errors?.map((error) => format(error.toJSON(), error)), data }));
      }
      const answer = await answerNew.call(app, request, reply);
      if (asked !== null && reply.statusCode === 200 && !INTROSPECTS.test(asked.query)) remember(asked);
      return answer;
    },
  );
  app.addHook("onClose", () => server.stop());
  await app.listen({ port, host });
  return app;
}
