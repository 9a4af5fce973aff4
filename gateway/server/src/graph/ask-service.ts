import type { GraphQLDataSource } from "@apollo/gateway";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { newId } from "@tiergraph/kit/values/ids";
import { DEFAULT_LANGUAGE } from "@tiergraph/schema/messages";
import type { z } from "zod";
import type { RequestContext } from "./request-context.js";

/** A service answered an error instead of data. */
export class ServiceRefused extends Error {
  /** As the graph's errors have it; null where something else answered. */
  readonly code: string | null;

  constructor({
    message,
    extensions,
  }: { readonly message: string; readonly extensions?: { readonly code?: unknown } }) {
    super(`A service refused the gateway: ${message}`);
    this.code = typeof extensions?.code === "string" ? extensions.code : null;
  }
}

/** What the gateway asks a service beside the graph, past what clients see. @throws ServiceRefused */
export type AskService = <T>(
  viewer: Viewer,
  asked: { readonly query: string; readonly variables: Record<string, unknown> },
  shape: z.ZodType<T>,
) => Promise<T>;

export const askService =
  (source: GraphQLDataSource<RequestContext>): AskService =>
  async (viewer, { query, variables }, shape) => {
    const { data, errors } = await source.process({
      request: { query, variables },
      context: { viewer, requestId: newId(), language: DEFAULT_LANGUAGE },
    } as unknown as Parameters<typeof source.process>[0]); // Our sources read the request and the context only.
    const [error] = errors ?? [];
    if (error !== undefined) throw new ServiceRefused(error);
    return shape.parse(data);
  };
