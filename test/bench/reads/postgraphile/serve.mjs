// PostGraphile 5 over the schema `bench`, on bare node:http by grafserv's own adaptor. DATABASE_URL, PORT; with JWKS_URL
// each request's token is verified as the product does, and reads run under row-level security as its partners.
import { createServer } from "node:http";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";

const { DATABASE_URL, PORT, JWKS_URL } = process.env;
const keys = JWKS_URL && createRemoteJWKSet(new URL(JWKS_URL));
const trust = {
  algorithms: ["EdDSA"],
  issuer: "bench-idp",
  audience: "tiergraph",
  typ: "JWT",
  requiredClaims: ["exp", "sub"],
};

async function settingsOf(authorization = "") {
  const { payload } = await jwtVerify(authorization.replace(/^Bearer /, ""), keys, trust);
  return { role: "bench_reader", "tiergraph.scope": payload.partners?.join(",") ?? "*" };
}

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  disablePlugins: ["PgIndexBehaviorsPlugin"],
  pgServices: [makePgService({ connectionString: DATABASE_URL, schemas: ["bench"], poolConfig: { max: 10 } })],
  grafserv: { port: Number(PORT), host: "127.0.0.1", graphqlPath: "/graphql", watch: false, graphiql: false },
  grafast: {
    explain: false,
    ...(keys && { context: async ({ node }) => ({ pgSettings: await settingsOf(node?.req?.headers.authorization) }) }),
  },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(Number(PORT), "127.0.0.1");
