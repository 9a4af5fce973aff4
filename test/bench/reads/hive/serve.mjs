// Hive Gateway in front of the product's subgraphs. PORT, JWKS_URL and what `startSubgraphs` reads.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createGatewayRuntime } from "@graphql-hive/gateway-runtime";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { startSubgraphs, VIEWER } from "../../../dist/bench/reads/subgraphs.js";

const { PORT, JWKS_URL } = process.env;
const { urls, tokenFor } = await startSubgraphs();
const keys = createRemoteJWKSet(new URL(JWKS_URL));
const sdl = readFileSync(new URL("../../../../schema/supergraph.graphql", import.meta.url), "utf8");
const supergraph = Object.entries(urls).reduce(
  (text, [name, url]) => text.replace(new RegExp(`(name: "${name}", url: )"[^"]*"`), `$1"${url}"`),
  sdl,
);
const tokens = new Map();
const renewTokens = async () => {
  for (const name of Object.keys(urls)) tokens.set(name.toLowerCase(), await tokenFor(name, VIEWER));
};
await renewTokens();
setInterval(renewTokens, 10_000).unref();

const gateway = createGatewayRuntime({
  supergraph,
  logging: "error",
  propagateHeaders: {
    fromClientToSubgraphs: ({ subgraphName }) => ({
      authorization: `Bearer ${tokens.get(subgraphName.toLowerCase())}`,
    }),
  },
});
createServer(async (request, response) => {
  try {
    const token = (request.headers.authorization ?? "").replace(/^Bearer /, "");
    await jwtVerify(token, keys, { issuer: "bench-idp", audience: "tiergraph" });
  } catch {
    response.writeHead(401).end();
    return;
  }
  await gateway(request, response);
}).listen(Number(PORT), "127.0.0.1");
