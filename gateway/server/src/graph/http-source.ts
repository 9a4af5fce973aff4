import type { GraphQLDataSource } from "@apollo/gateway";
import type { ServiceName } from "@tiergraph/kit/database/provision";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Logger } from "@tiergraph/kit/process/log";
import { HAS_READ } from "@tiergraph/kit/subgraph/has-read";
import { BoundedMap } from "@tiergraph/kit/values/bounded-map";
import { GraphQLError } from "graphql";
import { Agent, request as send } from "undici";
import { z } from "zod";
import { emptiness, rootKeys } from "./answer-of-subgraph.js";
import type { RequestContext } from "./request-context.js";

const MAX_DOCUMENTS = 1_000;
/** More than any page of the graph needs; a subgraph that answers more is broken. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

export interface HttpSourceOptions {
  readonly service: ServiceName;
  readonly url: string;
  readonly timeoutMs: number;
  readonly tokenFor: (service: ServiceName, viewer: Viewer) => Promise<string>;
  readonly agent: Agent;
  readonly log: Logger;
}

const answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.looseObject({ message: z.string() })).nullish(),
});

/** Connections to subgraphs are kept alive, and an answer past the limit is cut off as it comes. */
export const subgraphAgent = (): Agent =>
  new Agent({ keepAliveTimeout: 30_000, connections: 64, maxResponseSize: MAX_ANSWER_BYTES });

/** Calls a subgraph over HTTP as the gateway; what fails on the way is one error that names the subgraph and no address. */
export function httpSource({
  service,
  url,
  timeoutMs,
  tokenFor,
  agent,
  log,
}: HttpSourceOptions): GraphQLDataSource<RequestContext> {
  const known = new BoundedMap<string, readonly string[]>(MAX_DOCUMENTS);
  const keysAsked = (query: string) => known.remember(query, () => rootKeys(query));
  return {
    async process({ request: { query, variables, operationName }, context }) {
      // The supergraph is given, so no subgraph is ever asked outside a request.
      const { viewer, requestId, language } = context as RequestContext;
      try {
        const response = await send(url, {
          method: "POST",
          dispatcher: agent,
          signal: AbortSignal.timeout(timeoutMs),
          headers: {
            "content-type": "application/json",
            authorization: `Bearer ${await tokenFor(service, viewer)}`,
            "x-request-id": requestId,
            "accept-language": language,
          },
          body: JSON.stringify({ query, variables, operationName }),
        });
        const { data, errors } = answer.parse(await response.body.json());
        // What something between answers says nothing of what was read.
        if (response.headers[HAS_READ] !== "0") (context as RequestContext).hasRead = true;
        const problem = emptiness({ status: response.statusCode, data, errors, asked: keysAsked(query ?? "") });
        if (problem !== null) throw new Error(`Status ${response.statusCode}: ${problem}`);
        return {
          data: data ?? null,
          // Each error keeps what the subgraph let out of it; the path is the gateway's to translate.
          ...(errors && { errors: errors as unknown as GraphQLError[] }),
        };
      } catch (error) {
        log.warn({ err: error, service, requestId }, "a subgraph did not answer");
        throw unavailable(service);
      }
    },
  };
}

const unavailable = (service: ServiceName): GraphQLError =>
  new GraphQLError(`The ${service} service is not available.`, {
    extensions: { code: "SUBGRAPH_UNAVAILABLE", service },
  });
