import { isDeepStrictEqual } from "node:util";
import { readOperation } from "@tiergraph/schema/operations";
import {
  buildClientSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  lexicographicSortSchema,
  printSchema,
} from "graphql";
import { askOver, type Endpoint, type HttpAnswer, type Question } from "./ask.js";
import type { Asker, Gateways } from "./compare.js";

const PARTNER_LIST = { query: readOperation("partner-list").document };
const WRONG_TOKENS = [null, "no token", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4Iiwicm9sZSI6IlBST0dSQU1fTUFOQUdFUiJ9."];
const ROUNDS = 10;

/** Without a valid token both answer 401 in one form, in the client's language. */
export async function checkRefusals({ ours, other }: Gateways): Promise<string[]> {
  const problems: string[] = [];
  for (const token of WRONG_TOKENS)
    for (const language of ["en", "de"]) {
      const headers = { "accept-language": language, "x-request-id": "of-the-check" };
      const [expected, found] = await Promise.all(
        [ours, other].map(async (endpoint) => refusal(await askOver(endpoint, token, PARTNER_LIST, headers))),
      );
      if (expected?.status !== 401 || !isDeepStrictEqual(found, expected))
        problems.push(`Token ${token}: ours ${JSON.stringify(expected)}, the other ${JSON.stringify(found)}`);
    }
  return problems;
}

const refusal = ({ status, data, errors, headers }: HttpAnswer) => ({
  status,
  data,
  errors,
  challenge: headers.get("www-authenticate"),
  language: headers.get("content-language"),
  requestId: headers.get("x-request-id"),
});

/** A partner sees itself in the list, and nothing of another partner. */
export async function checkOwnOnly(
  { other }: Gateways,
  { token }: Asker,
  { own, foreign }: { own: string; foreign: string },
): Promise<string[]> {
  const { data } = await askOver(other, token, PARTNER_LIST);
  const seen = (data as { partners: { edges: { node: { id: string } }[] } }).partners.edges.map(({ node }) => node.id);
  const home = await askOver(other, token, {
    query: readOperation("portal-home").document,
    variables: { partnerId: foreign },
  });
  return [
    ...(isDeepStrictEqual(seen, [own]) ? [] : [`A partner sees ${seen.join(", ") || "nobody"} in the list`]),
    ...((home.data as { partner: unknown }).partner === null ? [] : ["A partner sees the home of another"]),
  ];
}

/** Who asks the same at the same time gets an answer for itself: routers send requests that are alike once. */
export async function checkAtOnce({ other }: Gateways, askers: readonly Asker[]): Promise<string[]> {
  const answerTo = async ({ token }: Asker, question: Question) => (await askOver(other, token, question)).data;
  const alone: unknown[] = [];
  for (const asker of askers) alone.push(await answerTo(asker, PARTNER_LIST));
  for (let round = 0; round < ROUNDS; round++) {
    const together = await Promise.all(askers.map((asker) => answerTo(asker, PARTNER_LIST)));
    const mixed = together.findIndex((data, i) => !isDeepStrictEqual(data, alone[i]));
    if (mixed >= 0) return [`A ${askers[mixed]?.name} who asks at the same time as others gets another answer`];
  }
  return [];
}

/** Clients see one schema, whichever router answers: what is for our gateway alone is hidden by both. */
export async function checkSchema({ ours, other }: Gateways, { token }: Asker): Promise<string[]> {
  const linesOf = async (endpoint: Endpoint) => {
    const { data } = await askOver(endpoint, token, { query: getIntrospectionQuery() });
    const schema = buildClientSchema(data as IntrospectionQuery); // What the query answers, by its specification.
    return new Set(printSchema(lexicographicSortSchema(schema)).split("\n"));
  };
  const [expected, found] = [await linesOf(ours), await linesOf(other)];
  const missing = [...expected].filter((line) => !found.has(line));
  const more = [...found].filter((line) => !expected.has(line));
  return [...missing.map((line) => `The schema lacks ${line}`), ...more.map((line) => `The schema also has ${line}`)];
}
