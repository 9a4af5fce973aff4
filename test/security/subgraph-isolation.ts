import { freePort } from "@tiergraph/kit/database/embedded-postgres";
import { SERVICES, type ServiceName } from "@tiergraph/kit/database/provision";
import { subgraphTokens } from "@tiergraph/kit/identity/subgraph-token";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { createLog } from "@tiergraph/kit/process/log";
import { serveSubgraph } from "@tiergraph/kit/subgraph/subgraph-server";
import { execute, type GraphQLObjectType, parse } from "graphql";
import { SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Filling } from "./argument-values.js";
import { FOREIGN_IDS, type Isolation, MISSING_IDS, OWN_IDS } from "./isolation-fixture.js";
import { type Answered, leakingFields, leaksIn, putAll, textsIn, withoutSent } from "./put-questions.js";
import { type Question, walkSchema } from "./walk-schema.js";

const GATEWAY_SECRET = "the secret that the gateway of this test signs with";
const log = createLog("test", "silent");
/** What the list of partners says of each by itself: all else is asked for by the partner's id, and so of the policy. */
const LISTED = ["code", "country", "id", "name", "region"];

/** A cohort's key is its name, and its members come along: it is for those who may see all. */
const isKeyedById = (value: unknown): value is object =>
  typeof value === "object" && value !== null && "__typename" in value && value.__typename !== "Cohort";

/** A page of live events ends at the moment at which it was read, also where it has none: sealed, so that nobody reads it. */
const withoutMoment = ({ body, ...answer }: Answered): Answered => ({
  ...answer,
  body: JSON.parse(JSON.stringify(body), (_, value) =>
    typeof value === "object" && value !== null && "isReset" in value && "cursor" in value
      ? { ...value, cursor: "a moment" }
      : value,
  ) as Answered["body"], // The same but for a text.
});

/** A subgraph answers nobody but the gateway, and keeps partners apart by itself. */
export function describeSubgraphs(opened: () => Isolation): void {
  let isolation: Isolation;
  let urls: Record<ServiceName, string>;
  let questions: Record<ServiceName, Question[]>;
  const closing: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    isolation = opened();
    const served = SERVICES.map(async (name) => {
      const port = await freePort();
      const service = isolation.tiergraph.services[name];
      const app = await serveSubgraph(service, { port, host: "127.0.0.1", gatewaySecrets: [GATEWAY_SECRET], log });
      closing.push(() => app.close());
      return [name, `http://127.0.0.1:${port}`] as const;
    });
    urls = byService(await Promise.all(served));
    questions = byService(
      SERVICES.map((name) => [
        name,
        walkSchema(isolation.tiergraph.services[name].schema, rootOf(name), isolation.known),
      ]),
    );
  });
  afterAll(async () => {
    await Promise.all(closing.map((close) => close()));
  });

  const byService = <Value>(entries: (readonly [ServiceName, Value])[]) =>
    Object.fromEntries(entries) as Record<ServiceName, Value>; // One entry a name of SERVICES.

  function rootOf(name: ServiceName): GraphQLObjectType {
    const root = isolation.tiergraph.services[name].schema.getQueryType();
    if (!root) throw new Error(`${name} has no query`);
    return root;
  }

  const boundViewer = (partnerIds: readonly string[]): Viewer => ({ role: "PARTNER", subject: "somebody", partnerIds });
  const gatewayToken = (name: ServiceName, now = Date.now()) =>
    subgraphTokens(GATEWAY_SECRET, () => now)(name, boundViewer([isolation.partners.own.id]));

  const key = new TextEncoder().encode(GATEWAY_SECRET);
  const claims = () => ({ role: "PROGRAM_MANAGER", partners: "all" });
  const signed = (audience: string) =>
    new SignJWT(claims())
      .setProtectedHeader({ alg: "HS256", typ: "JWT" })
      .setSubject("x")
      .setIssuer("tiergraph-gateway")
      .setAudience(audience);

  describe.each(SERVICES)("the %s subgraph, asked directly", (name) => {
    const other = name === "partners" ? "metrics" : "partners";
    const tokens: Record<string, () => Promise<string | null>> = {
      "no token": async () => null,
      "a client's token": () => isolation.tiergraph.tokenOf("program-manager"),
      "a token for another subgraph": () => gatewayToken(other),
      "an expired token": () => gatewayToken(name, Date.now() - 120_000),
      "a token without expiry": () => signed(name).sign(key),
      "a token of another issuer": () => signed(name).setIssuer("tiergraph").setExpirationTime("1m").sign(key),
      "a token signed with another secret": () =>
        signed(name)
          .setExpirationTime("1m")
          .sign(new TextEncoder().encode(`${GATEWAY_SECRET}.`)),
      "a token that nobody signed": async () =>
        new UnsecuredJWT(claims())
          .setSubject("x")
          .setIssuer("tiergraph-gateway")
          .setAudience(name)
          .setExpirationTime("1m")
          .encode(),
      "a token of the role SYSTEM": () =>
        new SignJWT({ role: "SYSTEM", partners: "all" })
          .setProtectedHeader({ alg: "HS256", typ: "JWT" })
          .setSubject("x")
          .setIssuer("tiergraph-gateway")
          .setAudience(name)
          .setExpirationTime("1m")
          .sign(key),
      garbage: async () => "garbage",
    };

    test.each(Object.keys(tokens))("answers 401 and nothing else to %s", async (title) => {
      const token = await tokens[title]?.();
      for (const query of [
        "{ _service { sdl } }",
        "{ __typename }",
        "{ _entities(representations: []) { __typename } }",
      ]) {
        const response = await fetch(`${urls[name]}/graphql`, {
          method: "POST",
          headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
          body: JSON.stringify({ query }),
        });
        expect(response.status).toBe(401);
        expect(await response.json()).toEqual({ errors: [{ message: "Unauthenticated." }] });
      }
    });

    const asked = async (filling: Filling, of = questions[name]) =>
      putAll(of, { url: urls[name], token: await gatewayToken(name), filling, known: isolation.known });

    test("shows a partner none of another's entities, and answers as for such as do not exist", async () => {
      expect(leaksIn(await asked(OWN_IDS), isolation.foreignMarkers)).toEqual([]);
      const names = (question: Question) =>
        [...textsIn(question.variables(FOREIGN_IDS, isolation.known))].some((text) =>
          isolation.foreignMarkers.find(text),
        );
      const about = questions[name].filter(names);
      const [foreign, missing] = [await asked(FOREIGN_IDS, about), await asked(MISSING_IDS, about)];
      expect(leaksIn(foreign, isolation.foreignMarkers)).toEqual([]);
      const titled = (answers: Answered[]) =>
        answers.map((answer) => [answer.question.title, withoutSent(withoutMoment(answer))]);
      expect(titled(foreign)).toEqual(titled(missing));
    });

    test("passes over what a reference says beyond its key", async () => {
      const { own, foreign } = isolation.partners;
      const entities = questions[name].filter(({ root }) => root === "_entities");
      const spoofs = {
        partnerId: own.id,
        row: { partnerId: own.id },
        key: { partnerId: foreign.id },
        name: "spoofed",
        code: "spoofed",
      };
      const spoofed = entities.map(
        (question): Question => ({
          ...question,
          variables: (filling, known) =>
            Object.fromEntries(
              Object.entries(question.variables(filling, known)).map(([variable, value]) => [
                variable,
                Array.isArray(value) ? value.map((item) => (isKeyedById(item) ? { ...item, ...spoofs } : item)) : value,
              ]),
            ),
        }),
      );
      const bodies = (answers: Answered[]) => answers.map(({ body }) => body);
      for (const filling of [OWN_IDS, FOREIGN_IDS])
        expect(bodies(await asked(filling, spoofed))).toEqual(bodies(await asked(filling, entities)));
    });

    /** Asks within the process, where a viewer can be made that one of the two guards lets through. */
    const askedAs = (viewer: Viewer): Promise<Answered[]> => {
      const { schema, contextFor } = isolation.tiergraph.services[name];
      const answers = questions[name].map(async (question) => {
        const variables = question.variables(FOREIGN_IDS, isolation.known);
        const contextValue = contextFor({ viewer, language: "en", requestId: "test" });
        const result = await execute({
          schema,
          document: parse(question.query),
          variableValues: variables,
          contextValue,
        });
        const body = JSON.parse(JSON.stringify(result)) as Answered["body"]; // As it would be sent.
        return { question, variables, status: 200, headers: "", body };
      });
      return Promise.all(answers);
    };
    const leaking = async (viewerIds: readonly string[]) => {
      const graph = { schema: isolation.tiergraph.services[name].schema, root: rootOf(name) };
      return leakingFields(graph, await askedAs(boundViewer(viewerIds)), isolation.foreignMarkers);
    };
    // The policy asks `includes`; the database receives what `join` gives.
    const passesPolicy = { includes: () => true };
    const passesDatabase = { join: () => "*" };

    test("keeps partners apart by row-level security alone, were its policy to say yes to everything", async () => {
      expect(await leaking(Object.assign([isolation.partners.own.id], passesPolicy))).toEqual([]);
    });

    test("keeps partners apart by its policy alone, but for the list that only the database cuts", async () => {
      const listed = LISTED.map((field) => `Partner.${field}`);
      const leaked = await leaking(Object.assign([isolation.partners.own.id], passesDatabase));
      expect(leaked).toEqual(name === "partners" ? listed : []);
    });

    test("shows everything once both guards are out, so that the walk is not blind", async () => {
      const leaked = await leaking(Object.assign([isolation.partners.own.id], passesPolicy, passesDatabase));
      expect(leaked.length).toBeGreaterThan(3);
    });
  });
}
