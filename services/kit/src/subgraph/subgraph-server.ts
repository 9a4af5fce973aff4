import { randomUUID } from "node:crypto";
import { isIP } from "node:net";
import { ApolloServer } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import { parse } from "graphql";
import { type CompiledExecution, compileExecution } from "../execution/compile-execution.js";
import { connectionTimes } from "../http/bound-connections.js";
import { closeConnections } from "../http/close-connections.js";
import { subgraphViewers } from "../identity/subgraph-token.js";
import type { Logger } from "../process/log.js";
import { type MetricsAccess, serveOperations } from "../process/operations-routes.js";
import { readyOrNot } from "../process/readiness.js";
import { acceptedLanguage } from "../values/accepted-language.js";
import { BoundedMap } from "../values/bounded-map.js";
import { CLIENT_ADDRESS } from "./client-address.js";
import { formatError } from "./format-error.js";
import { HAS_READ } from "./has-read.js";
import { keyOfOperation, postedOperation } from "./posted-operation.js";
import type { RequestIdentity, Service } from "./service.js";

export interface SubgraphServerOptions {
  readonly port: number;
  readonly host: string;
  /** Shared with the gateway, which signs its tokens with one of them. */
  readonly gatewaySecrets: readonly string[];
  /** False while the process drains, although the service itself is well. */
  readonly isServing?: () => boolean;
  /** Everybody where left out. */
  readonly metrics?: MetricsAccess;
  readonly log: Logger;
}

const MAX_VALIDATED = 1_000;
/** Where a request keeps whose it is from the moment its token is read. */
const IDENTITY = Symbol("identity");
declare module "fastify" {
  interface FastifyRequest {
    [IDENTITY]: RequestIdentity | null;
  }
}

const addressIn = (given: string | string[] | undefined): string | undefined =>
  typeof given === "string" && isIP(given) !== 0 ? given : undefined;

/** What asks for the schema stays with Apollo Server. */
const INTROSPECTS = /\b__(schema|type)\b/;

/**
 * Serves one subgraph over HTTP to the gateway and to nobody else: without the gateway's token every question to
 * `/graphql`, `_service` and `_entities` included, is answered by 401.
 */
export async function serveSubgraph(service: Service, options: SubgraphServerOptions): Promise<FastifyInstance> {
  const { port, host, gatewaySecrets, isServing = () => true, metrics = "everybody", log } = options;
  const app = fastify({ ...connectionTimes(), bodyLimit: 16 * 1024 * 1024 });
  closeConnections(app);
  const server = new ApolloServer<object>({
    schema: service.schema,
    csrfPrevention: false, // No browser holds the gateway's token.
    formatError: formatError(log),
    introspection: true,
    stopOnTerminationSignals: false,
  });
  await server.start();
  serveOperations(app, {
    readiness: async () => readyOrNot(isServing() && (await service.isReady())),
    metrics,
  });
  const viewerOfToken = subgraphViewers(gatewaySecrets, service.name);
  app.decorateRequest(IDENTITY, null);
  const contextOf = (request: FastifyRequest): object => {
    const identity = request[IDENTITY];
    if (identity === null) throw new Error("A request passed without its token being read");
    return service.contextFor(identity);
  };
  const answerNew = fastifyApolloHandler(server, { context: async (request) => contextOf(request) });
  /** Operations that Apollo Server has parsed and validated, compiled. */
  const validated = new BoundedMap<string, CompiledExecution>(MAX_VALIDATED);
  app.post(
    "/graphql",
    {
      preParsing: async (request, reply) => {
        const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
        const viewer = await viewerOfToken(token);
        if (viewer === null) return reply.code(401).send({ errors: [{ message: "Unauthenticated." }] });
        request[IDENTITY] = {
          viewer,
          requestId: String(request.headers["x-request-id"] ?? randomUUID()),
          address: addressIn(request.headers[CLIENT_ADDRESS]),
          // Of our gateway one language; another router may send on what the client takes.
          language: acceptedLanguage(request.headers["accept-language"], service.languages),
        };
      },
      onSend: (request, reply, payload, done) => {
        reply.header(HAS_READ, request[IDENTITY]?.hasRead === true ? "1" : "0");
        done(null, payload);
      },
    },
    async (request, reply) => {
      const posted = postedOperation(request.body);
      const key = posted && keyOfOperation(posted.query, posted.operationName);
      const hot = key === null ? undefined : validated.find(key);
      if (posted !== null && hot !== undefined) {
        const { data, errors } = await hot(posted.variables, contextOf(request));
        const format = formatError(log);
        return reply
          .type("application/json; charset=utf-8")
          .send(JSON.stringify({ errors: errors?.map((error) => format(error.toJSON(), error)), data }));
      }
      const answer = await answerNew.call(app, request, reply);
      if (key !== null && posted !== null && reply.statusCode === 200 && !INTROSPECTS.test(posted.query)) {
        const document = parse(posted.query, { noLocation: true });
        validated.keep(key, compileExecution(service.schema, document, posted.operationName));
      }
      return answer;
    },
  );
  app.addHook("onClose", () => server.stop());
  await app.listen({ port, host });
  return app;
}
