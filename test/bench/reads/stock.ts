import { ApolloGateway, RemoteGraphQLDataSource } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import type { ServiceName } from "@tiergraph/kit/database/provision";
import { readSupergraph } from "@tiergraph/schema/schema-files";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { startSubgraphs, VIEWER } from "./subgraphs.js";

// The obvious composition: Apollo's gateway and server as their pages show them, over HTTP to the product's subgraphs.
// PORT, JWKS_URL and what `startSubgraphs` reads.
const { PORT, JWKS_URL = "" } = process.env;
const { urls, tokenFor } = await startSubgraphs();
const keys = createRemoteJWKSet(new URL(JWKS_URL));
process.env.APOLLO_TELEMETRY_DISABLED = "1";

class Subgraph extends RemoteGraphQLDataSource {
  constructor(private readonly name: ServiceName) {
    super({ url: urls[name] });
  }

  override async willSendRequest({ request }: Parameters<NonNullable<RemoteGraphQLDataSource["willSendRequest"]>>[0]) {
    request.http?.headers.set("authorization", `Bearer ${await tokenFor(this.name, VIEWER)}`);
  }
}

const gateway = new ApolloGateway({
  supergraphSdl: readSupergraph(),
  buildService: ({ name }) => new Subgraph(name as ServiceName), // The supergraph is composed of just these.
  logger: { debug() {}, info() {}, warn() {}, error: console.error },
});
await startStandaloneServer(new ApolloServer({ gateway }), {
  listen: { port: Number(PORT), host: "127.0.0.1" },
  context: async ({ req }) => {
    await jwtVerify((req.headers.authorization ?? "").replace(/^Bearer /, ""), keys, {
      issuer: "bench-idp",
      audience: "tiergraph",
    });
    return {};
  },
});
