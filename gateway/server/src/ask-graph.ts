import type { ApolloServer } from "@apollo/server";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { DEFAULT_LANGUAGE } from "@tiergraph/schema/messages";
import type { RequestContext } from "./graph/request-context.js";

/** Asks the graph from within the process, by the same operations and rules as any client. */
export async function askGraph<Data>(
  graph: ApolloServer<RequestContext>,
  viewer: Viewer,
  operation: { readonly query: string; readonly variables?: Record<string, unknown> },
): Promise<Data> {
  const { body } = await graph.executeOperation(operation, {
    contextValue: { viewer, requestId: "in-process", language: DEFAULT_LANGUAGE },
  });
  if (body.kind !== "single") throw new Error("The graph answered in parts, which no operation asked for");
  const { data, errors } = body.singleResult;
  if (errors !== undefined || data == null) throw new Error(`The graph refused: ${JSON.stringify(errors)}`);
  return data as Data; // The caller writes the operation and its type side by side.
}
