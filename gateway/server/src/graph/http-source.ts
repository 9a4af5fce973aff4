import type { GraphQLDataSource } from "@apollo/gateway";
import type { ServiceName } from "@tiergraph/kit/database/provision";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Logger } from "@tiergraph/kit/process/log";
import { CLIENT_ADDRESS } from "@tiergraph/kit/subgraph/client-address";
import { HAS_READ } from "@tiergraph/kit/subgraph/has-read";
import { BoundedMap } from "@tiergraph/kit/values/bounded-map";
import { GraphQLError } from "graphql";
import { Agent, request as send } from "undici";
import { z } from "zod";
import { emptiness, rootKeys } from "./answer-of-subgraph.js";
import { ConnectionLost, callGuard, MAX_AT_ONCE, TooManyWaiting } from "./call-guard.js";
import type { RequestContext } from "./request-context.js";

const MAX_DOCUMENTS = 1_000;
/** More than any page of the graph needs; a subgraph that answers more is broken. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

export interface HttpSourceOptions {
  readonly service: ServiceName;
  readonly url: string;
  /** How long a request waits for services, all of its steps together. */
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
  new Agent({ keepAliveTimeout: 30_000, connections: MAX_AT_ONCE, maxResponseSize: MAX_ANSWER_BYTES });

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
  const guard = callGuard();
  return {
    async process({ request: { query, variables, operationName }, context }) {
      // The supergraph is given, so no subgraph is ever asked outside a request.
      const { viewer, requestId, language, standing, address } = context as RequestContext;
      const waitedMs = standing === undefined ? 0 : Date.now() - standing.at;
      const post = async (signal: AbortSignal) => {
        const response = await send(url, {
          method: "POST",
          dispatcher: agent,
          signal,
          headers: {
            "content-type": "application/json",
            authorization: `Bearer ${await tokenFor(service, viewer)}`,
            "x-request-id": requestId,
            "accept-language": language,
            ...(address !== undefined && { [CLIENT_ADDRESS]: address }),
          },
          body: JSON.stringify({ query, variables, operationName }),
        }).catch(orLost);
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
      };
      try {
        return await guard.call({
          isRepeatable: query?.startsWith("mutation") !== true,
          deadline: performance.now() + timeoutMs - waitedMs,
          send: post,
        });
      } catch (error) {
        log.warn({ err: error, service, requestId }, "a subgraph did not answer");
        throw error instanceof TooManyWaiting ? overloaded(service) : unavailable(service);
      }
    },
  };
}

/** Codes of the HTTP library and the system for a connection that was refused or ended. */
const LOST = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "UND_ERR_SOCKET"]);

function orLost(error: unknown): never {
  const { code } = error as { code?: string };
  throw code !== undefined && LOST.has(code) ? new ConnectionLost(code, { cause: error }) : error;
}

const overloaded = (service: ServiceName): GraphQLError =>
  new GraphQLError(`The ${service} service is asked too much at once: try again in a moment.`, {
    extensions: { code: "OVERLOADED", service },
  });

const unavailable = (service: ServiceName): GraphQLError =>
  new GraphQLError(`The ${service} service is not available.`, {
    extensions: { code: "SUBGRAPH_UNAVAILABLE", service },
  });
