import { ApolloGateway, type GraphQLDataSource } from "@apollo/gateway";
import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import type { ServiceName } from "@tiergraph/kit/database/provision";
import type { Logger } from "@tiergraph/kit/process/log";
import { formatError } from "@tiergraph/kit/subgraph/format-error";
import { boundSelections } from "@tiergraph/kit/subgraph/selection-bound";
import { GraphQLError } from "graphql";
import type { RequestContext } from "./request-context.js";

export interface GraphOptions {
  /** The composed contract, as it is committed. */
  readonly supergraphSdl: string;
  readonly sourceOf: (service: ServiceName) => GraphQLDataSource<RequestContext>;
  readonly isIntrospectable: boolean;
  readonly log: Logger;
}

/** A batch of 1,000 facts that stands in the text of its operation, with room. */
const MAX_TOKENS = 100_000;

/** The federated graph: plans each operation and asks the subgraphs for their parts. */
export async function createGraph({
  supergraphSdl,
  sourceOf,
  isIntrospectable,
  log,
}: GraphOptions): Promise<ApolloServer<RequestContext>> {
  // The gateway library reports its use to its vendor unless this is set before it starts.
  process.env.APOLLO_TELEMETRY_DISABLED = "1";
  const logger = {
    debug: log.debug.bind(log),
    info: log.debug.bind(log),
    warn: log.warn.bind(log),
    error: log.error.bind(log),
  };
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => sourceOf(name as ServiceName), // The supergraph is composed of just these.
    logger,
  });
  const server = new ApolloServer<RequestContext>({
    gateway,
    logger,
    introspection: isIntrospectable,
    // Before anything is expanded or planned, whichever way a document comes.
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [boundSelections],
    // Registered operations come with the safelist; a cache that anyone may fill is no gain in front of a plan cache.
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    formatError: formatError(log),
    stopOnTerminationSignals: false,
    plugins: [refuseUnknownOperation, nameRequestInErrors],
  });
  await server.start();
  return server;
}

/** Apollo's gateway throws where a request names no operation of its document, and the client would learn nothing. */
const refuseUnknownOperation: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation, request: { operationName } }) => {
      if (operation !== undefined) return;
      const message = operationName
        ? `The document has no operation ${operationName}.`
        : "The document has several operations: say by operationName which one is meant.";
      throw new GraphQLError(message, { extensions: { code: "OPERATION_RESOLUTION_FAILURE", http: { status: 400 } } });
    },
  }),
};

/** Each error names the request, by the id under which the logs know it. */
const nameRequestInErrors: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body }, contextValue: { requestId } }) => {
      if (body.kind !== "single" || body.singleResult.errors === undefined) return;
      body.singleResult.errors = body.singleResult.errors.map((error) => ({
        ...error,
        extensions: { ...error.extensions, requestId },
      }));
    },
  }),
};
