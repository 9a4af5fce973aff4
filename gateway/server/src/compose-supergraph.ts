import { composeServices } from "@apollo/composition";
import { SERVICES, type ServiceName } from "@tiergraph/kit/database/provision";
import { lexicographicSortSchema, parse, printSchema } from "graphql";
import { SUBGRAPH_PORTS } from "./subgraph-ports.js";

export type Composition =
  | { readonly kind: "Composed"; readonly supergraph: string; readonly api: string }
  | { readonly kind: "CompositionRefused"; readonly problems: readonly string[] };

/** Composes the subgraphs to the supergraph that routers serve and the API that clients see. */
export function composeSupergraph(sdls: Readonly<Record<ServiceName, string>>): Composition {
  const { supergraphSdl, schema, errors } = composeServices(
    SERVICES.map((name) => ({
      name,
      url: `http://127.0.0.1:${SUBGRAPH_PORTS[name]}/graphql`,
      typeDefs: parse(sdls[name]),
    })),
  );
  if (supergraphSdl === undefined || schema === undefined)
    return { kind: "CompositionRefused", problems: (errors ?? []).map(({ message }) => message) };
  const api = printSchema(lexicographicSortSchema(schema.toAPISchema().toGraphQLJSSchema()));
  return { kind: "Composed", supergraph: supergraphSdl, api: `${api}\n` };
}
