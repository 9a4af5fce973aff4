import {
  type GraphQLArgument,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import { expect, test } from "vitest";
import { askText } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import type { Isolation } from "./isolation-fixture.js";
import { OWN } from "./known-values.js";

/** A connection of the graph, asked for in the object that has it. */
interface List {
  readonly title: string;
  readonly field: string;
  /** What its required arguments are. */
  readonly given: string;
  readonly within: (list: string) => string;
  /** From what `within` asks to the object that has the list. */
  readonly path: readonly (string | number)[];
}

interface ListPage {
  readonly edges: readonly { readonly cursor: string; readonly node: object }[];
  readonly nodes: readonly object[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
  readonly isTotalCountCapped: boolean;
}

/** Every list of the graph reads the same forwards and backwards, counts what it reads, and is read one way at a time. */
export function describeLists(opened: () => Isolation): void {
  const ofPartner = (partnerId: string) => (list: string) => `partner(id: "${partnerId}") { ${list} }`;

  const lists = (): List[] => {
    const { schema, partners } = opened();
    const partner = ofPartner(partners.own.id);
    const owners: Readonly<Record<string, Pick<List, "within" | "path">>> = {
      Query: { within: (list) => list, path: [] },
      Partner: { within: partner, path: ["partner"] },
      Rewards: { within: (list) => partner(`rewards { ${list} }`), path: ["partner", "rewards"] },
      Training: { within: (list) => partner(`training { ${list} }`), path: ["partner", "training"] },
      Measurement: {
        within: (list) => partner(`measures(names: ["revenue"]) { ${list} }`),
        path: ["partner", "measures", 0],
      },
      Viewer: { within: (list) => `viewer { ${list} }`, path: ["viewer"] },
      Cohort: { within: (list) => `cohort(name: "${OWN.word}-cohort") { ${list} }`, path: ["cohort"] },
    };
    return connectionsOf(schema).flatMap(({ owner, field, given, orders }) => {
      const asked = owners[owner];
      if (asked === undefined) throw new Error(`No way leads to the lists of ${owner}: add one here.`);
      return orders.map((order) => ({
        title: `${owner}.${field}${order === "" ? "" : ` by ${order}`}`,
        field,
        given: [given, order === "" ? "" : `orderBy: { ${order} }`].filter(Boolean).join(", "),
        ...asked,
      }));
    });
  };

  const read = async ({ field, given, within, path }: List, args: string): Promise<ListPage> => {
    const { tiergraph, partners } = opened();
    const page = `edges { cursor node { __typename } } nodes { __typename } totalCount isTotalCountCapped
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
    const query = `{ ${within(`${field}(${[given, args].filter(Boolean).join(", ")}) { ${page} }`)} }`;
    let found: unknown = await askText(tiergraph, partners.story.token, query);
    for (const step of [...path, field]) found = (found as Record<string | number, unknown>)[step];
    return found as ListPage; // As the query selects it.
  };

  /** All cursors of a list, read one at a time from either end. */
  const readAll = async (list: List, isBackward: boolean): Promise<string[]> => {
    const cursors: string[] = [];
    for (let at: string | null = null; cursors.length <= MOST; ) {
      const [size, from] = isBackward ? ["last", "before"] : ["first", "after"];
      const { edges, nodes, pageInfo } = await read(list, `${size}: 1${at === null ? "" : `, ${from}: "${at}"`}`);
      expect(edges.map(({ node }) => node)).toEqual(nodes);
      expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0]?.cursor ?? null, edges[0]?.cursor ?? null]);
      expect(isBackward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage).toBe(at !== null);
      cursors.push(...edges.map(({ cursor }) => cursor));
      if (!(isBackward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return cursors;
      at = pageInfo.endCursor;
    }
    throw new Error(`${list.title} has no end`);
  };

  test("reads the same forwards and backwards, and counts what it reads", async () => {
    const sizes: Record<string, number> = {};
    for (const list of lists()) {
      const forwards = await readAll(list, false);
      expect(await readAll(list, true), list.title).toEqual([...forwards].reverse());
      const whole = await read(list, "first: 100");
      expect([whole.totalCount, whole.isTotalCountCapped], list.title).toEqual([forwards.length, false]);
      expect(
        whole.edges.map(({ cursor }) => cursor),
        list.title,
      ).toEqual(forwards);
      expect(
        (await read(list, "last: 100")).edges.map(({ cursor }) => cursor),
        list.title,
      ).toEqual(forwards);
      sizes[list.title] = forwards.length;
    }
    // Where there is one row or none, nothing was compared.
    const short = Object.keys(sizes).filter((title) => (sizes[title] ?? 0) < 2);
    expect([...new Set(short.map((title) => title.split(" by ")[0]))]).toEqual(SHORT);
  });

  test("a list of more than 10,000 says that it was not counted to its end", async () => {
    const { tiergraph, partners } = opened();
    await tiergraph.sql(
      `insert into metrics.exchange_rate (from_currency, to_currency, on_day, told, rate, recorded_at, recorded_by)
       select 'AAA', 'USD', date '1990-01-01' + day, 1, 1, now(), 'a test' from generate_series(1, $1) as day`,
      [10_001],
    );
    const query = `{
      all: exchangeRates(from: "AAA", last: 1) { totalCount isTotalCountCapped nodes { on } }
      some: exchangeRates(from: "EUR", first: 1) { totalCount isTotalCountCapped } }`;
    expect(await askText(tiergraph, partners.story.token, query)).toEqual({
      all: { totalCount: 10_000, isTotalCountCapped: true, nodes: [{ on: "1990-01-02" }] },
      some: { totalCount: 2, isTotalCountCapped: false },
    });
  });

  test.each([
    ["first: 1, last: 1", "BAD_USER_INPUT"],
    ['first: 1, before: "x"', "BAD_USER_INPUT"],
    ['last: 1, after: "x"', "BAD_USER_INPUT"],
    ["last: 101", "BAD_USER_INPUT"],
    ["last: 0", "BAD_USER_INPUT"],
    ["first: -1", "BAD_USER_INPUT"],
    ['before: "x"', "INVALID_CURSOR"],
    ['last: 1, before: "x"', "INVALID_CURSOR"],
  ])("%s is refused", async (args, code) => {
    const { tiergraph, partners } = opened();
    const answer = await fetch(`${tiergraph.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${partners.story.token}` },
      body: JSON.stringify({ query: `{ partners(${args}) { nodes { id } } }` }),
    });
    const { errors } = (await answer.json()) as { errors: { extensions: { code: string } }[] };
    expect(errors.map(({ extensions }) => extensions.code)).toEqual([code]);
  });
}

const MOST = 200;
/** Lists of which the two partners have one row or none: one that grows is taken off. */
const SHORT: readonly string[] = [
  "Cohort.partners",
  "Partner.benefitClaims",
  "Partner.dealRegistrations",
  "Partner.fundRequests",
  "Query.exports",
  "Query.payoutBatches",
  "Query.programDrafts",
  "Query.programVersions",
  "Query.registrationConflicts",
  "Query.savedQueries",
  "Query.sessions",
  "Query.staleContent",
];

/** Every field of the graph that is a connection. */
function connectionsOf(schema: GraphQLSchema): { owner: string; field: string; given: string; orders: string[] }[] {
  const types = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith("__"),
  );
  return types.flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => getNamedType(field.type).name.endsWith("Connection"))
      .map(({ name, args }) => ({
        owner: type.name,
        field: name,
        given: args
          .filter(isRequiredArgument)
          .map((arg) => `${arg.name}: "${dayFromToday(arg.name === "from" ? -365 : 1)}"`)
          .join(", "),
        orders: ordersOf(args),
      })),
  );
}

/** What `orderBy` may say, as it is written, and nothing. */
function ordersOf(args: readonly GraphQLArgument[]): string[] {
  const given = args.find(({ name }) => name === "orderBy")?.type;
  if (!isInputObjectType(given)) return [""];
  const { by, direction } = given.getFields();
  const wordsOf = (type: unknown) => (isEnumType(type) ? type.getValues().map(({ name }) => name) : []);
  const directions = wordsOf(getNamedType(direction?.type));
  const orders = wordsOf(getNamedType(by?.type)).flatMap((word) =>
    directions.map((way) => `by: ${word}, direction: ${way}`),
  );
  return ["", ...orders];
}
