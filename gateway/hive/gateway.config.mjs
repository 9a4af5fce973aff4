// Hive Gateway in front of the subgraphs: see README.md beside this file. It reads the environment variables of our own
// gateway. What tokens must say, and how long a document may be, it takes from the product's code as `npm start` builds it.
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { defineConfig } from "@graphql-hive/gateway";
import { GraphQLError } from "graphql";
import { LANGUAGES } from "../../schema/dist/messages.js";
import { subgraphTokens } from "../../services/kit/dist/identity/subgraph-token.js";
import { ERROR_CODES } from "../../services/kit/dist/subgraph/refuse.js";
import { boundSelections } from "../../services/kit/dist/subgraph/selection-bound.js";
import { acceptedLanguage } from "../../services/kit/dist/values/accepted-language.js";
import { developmentIssuer, providerTrust, rememberedViewers } from "../installation/dist/client-tokens.js";
import { readEnvironment } from "../installation/dist/environment.js";
import { ROOT } from "../installation/dist/root.js";
import { errorInLanguage } from "../server/dist/graph/error-in-language.js";
import { MAX_NESTING, nestsTooDeeply } from "../server/dist/http/nesting.js";
import { subgraphUrls } from "../server/dist/subgraph-urls.js";

const environment = readEnvironment(process.env, ROOT);
const { allowedOrigins, clientTrust, isProduction, secrets } = environment;
const trust =
  clientTrust.kind === "Development"
    ? developmentIssuer(clientTrust.tokenKey).trust
    : providerTrust(clientTrust, console);
const tokenFor = subgraphTokens(secrets.gatewaySecrets[0], Date.now);
const viewerOfToken = rememberedViewers(trust, partnerIdsOf);

export const gatewayConfig = defineConfig({
  supergraph: join(ROOT, "schema/supergraph.graphql"),
  transportEntries: Object.fromEntries(
    Object.entries(subgraphUrls(process.env)).map(([name, location]) => [
      name,
      { location, options: { timeout: environment.subgraphTimeoutMs } },
    ]),
  ),
  // Requests to a subgraph that are alike are sent once. These headers are part of what makes them alike, and a header
  // that a plugin's `onFetch` sets is not: set there, the token of one viewer would fetch the answer of another.
  propagateHeaders: {
    fromClientToSubgraphs: async ({ request, context, subgraphName }) => ({
      authorization: `Bearer ${await tokenFor(subgraphName, context.viewer)}`,
      "accept-language": languageOf(request),
    }),
  },
  // Hive sends the id to the subgraphs by itself.
  requestId: {
    generateRequestId({ context }) {
      context.requestId = randomUUID();
      return context.requestId;
    },
  },
  plugins: () => [readToken, limitDocuments, nameUnavailable],
  disableIntrospection: { disableIf: () => isProduction },
  blockFieldSuggestions: isProduction,
  maxTokens: 100_000,
  cors: (request) => corsOf(request.headers.get("origin")),
  port: environment.port,
  host: environment.host,
  healthCheckEndpoint: "/healthz",
  readinessCheckEndpoint: "/readyz",
  disableWebsockets: true,
  graphiql: false,
  landingPage: false,
});

/** Ids of partners by their codes, for tokens that name codes. */
async function partnerIdsOf(codes) {
  const viewer = { role: "GATEWAY", subject: "gateway", partnerIds: "all" };
  const query = "query ($codes: [String!]!) { found: partnersOfCodes(codes: $codes) { id code } }";
  const response = await fetch(subgraphUrls(process.env).partners, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${await tokenFor("partners", viewer)}` },
    body: JSON.stringify({ query, variables: { codes } }),
  });
  const { data } = await response.json();
  return new Map(data.found.map(({ id, code }) => [code, id]));
}

/** Nothing is parsed for a client without a valid token. */
const readToken = {
  async onRequest({ request, url, fetchAPI, serverContext, endResponse }) {
    if (url.pathname !== "/graphql" || request.method === "OPTIONS") return;
    const token = /^Bearer (.+)$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
    serverContext.viewer = await viewerOfToken(token);
    if (serverContext.viewer !== null) return;
    const requestId = request.headers.get("x-request-id") ?? serverContext.requestId;
    const errors = [errorOf(request, "A valid token is needed.", { code: "UNAUTHENTICATED", requestId })];
    const headers = { "www-authenticate": "Bearer", "content-language": languageOf(request), vary: "accept-language" };
    endResponse(fetchAPI.Response.json({ errors }, { status: 401, headers }));
  },
};

/** As in our own gateway: far more than any screen asks for. */
const limitDocuments = {
  onParams({ params, request, setResult }) {
    if (typeof params.query !== "string" || !nestsTooDeeply(params.query)) return;
    const extensions = { code: "GRAPHQL_VALIDATION_FAILED", http: { status: 400 } };
    const message = `A document nests ${MAX_NESTING} levels at most: ask in several.`;
    setResult({ errors: [errorOf(request, message, extensions)] });
  },
  onValidate({ addValidationRule }) {
    addValidationRule(boundSelections);
  },
};

/** A subgraph that does not answer is named, and its address is not. */
const nameUnavailable = {
  onSubgraphExecute({ subgraphName: service, executionRequest: { context } }) {
    return ({ result, setResult }) => {
      // Subgraphs name the code of each of their errors: what has another one comes from in between.
      const unknown = result.errors?.find(({ extensions }) => !ERROR_CODES.includes(extensions?.code));
      if (unknown === undefined) return;
      context.log.warn({ err: unknown, service }, "a subgraph did not answer");
      const extensions = { code: "SUBGRAPH_UNAVAILABLE", service };
      const error = errorOf(context.request, `The ${service} service is not available.`, extensions);
      setResult({ data: null, errors: [error] });
    };
  },
};

/** An error in the form and the language in which our own gateway answers it. */
function errorOf(request, message, extensions) {
  const translated = errorInLanguage(languageOf(request), { message, extensions });
  return new GraphQLError(translated.message, { extensions });
}

const languageOf = ({ headers }) => acceptedLanguage(headers.get("accept-language") ?? undefined, LANGUAGES);

/** Pages of other origins ask as far as our own gateway lets them. */
function corsOf(origin) {
  const isAllowed = allowedOrigins.some((one) => (typeof one === "string" ? one === origin : one.test(origin)));
  return isAllowed && { origin: [origin], exposedHeaders: ["x-request-id"], credentials: false };
}
