import { buildSchema, execute, type GraphQLFieldResolver, type GraphQLObjectType, parse } from "graphql";
import { expect, test } from "vitest";
import { compileExecution } from "./compile-execution.js";

const schema = buildSchema(`
  interface Named { name: String! }
  type Ship implements Named { name: String! crew: [Sailor!] mate: Sailor! log(last: Int = 2, by: String): [String] rank: Rank }
  type Sailor implements Named { name: String! age: Int ship: Ship }
  enum Rank { FIRST SECOND }
  type Query { ship(name: String): Ship ships: [Ship] named: [Named!] strict: Ship! }
  type Mutation { add(n: Int!): Int! }
`);
const resolve = (type: string, field: string, resolver: GraphQLFieldResolver<never, never>) => {
  const found = (schema.getType(type) as GraphQLObjectType).getFields()[field];
  if (found === undefined) throw new Error(`No field ${type}.${field}`);
  found.resolve = resolver as GraphQLFieldResolver<unknown, unknown>;
};
const sailor = (name: string | null, age: unknown = 30) => ({ __typename: "Sailor", name, age });
const later = <T>(value: T) => new Promise<T>((done) => setTimeout(() => done(value), 1));
const fails = (message: string) => Promise.reject(new Error(message));

resolve("Query", "ship", (_source, { name }: { name?: string }) =>
  name === "none" ? null : { name: name ?? "Beagle", rank: "FIRST", crew: () => later([sailor("Ann"), sailor("Bo")]) },
);
resolve("Query", "ships", () => [later({ name: "A" }), { name: null }, fails("lost"), null, new Error("sunk")]);
resolve("Query", "named", () => [sailor("Ann"), { __typename: "Ship", name: "Beagle" }]);
resolve("Query", "strict", () => ({ name: "Strict", mate: null, crew: [sailor("Ann"), sailor(null)] }));
resolve("Ship", "log", (_source, { last, by }: { last: number; by?: string }) => [`${last}`, by ?? null, later("x")]);
resolve("Ship", "mate", ({ name, mate }: { name: string; mate?: unknown }) =>
  mate === null ? null : name === "Beagle" ? later(sailor("Mate", "old")) : fails("no mate"),
);
let order: number[] = [];
resolve("Mutation", "add", async (_source, { n }: { n: number }) => {
  await later(null);
  order.push(n);
  return n < 0 ? fails("below zero") : n;
});

const QUERIES: readonly (readonly [query: string, variables: Record<string, unknown>])[] = [
  ["{ ship { name crew { name age } } }", {}],
  ['{ ship { mate { name age } rank log a: log(last: 5, by: "me") __typename } }', {}],
  ["query ($n: String, $l: Int) { ship(name: $n) { name log(last: $l) } }", { n: "Victory", l: 7 }],
  ["query ($n: String) { ship(name: $n) { name mate { name } } }", { n: "none" }],
  ["query ($n: String) { ship(name: $n) { name mate { name } } }", { n: "Victory" }],
  ["{ ships { name } }", {}],
  ["{ ships { name mate { name } } named { name } }", {}],
  ["{ named { __typename name ... on Sailor { age } ...S } } fragment S on Ship { rank ... on Named { name } }", {}],
  ["{ strict { name mate { name } } }", {}],
  ["{ strict { name crew { name } } }", {}],
  ["{ strict { crew { name } crew { age } } ship { name } }", {}],
  [
    "query ($y: Boolean!) { ship { name @include(if: $y) rank @skip(if: $y) ... @include(if: $y) { log } } }",
    { y: true },
  ],
  [
    "query ($y: Boolean!) { ship { name @include(if: $y) rank @skip(if: $y) ... @include(if: $y) { log } } }",
    { y: false },
  ],
  ["query ($y: Boolean!) { ship { name @include(if: $y) } }", { y: "no boolean" }],
  ["mutation { a: add(n: 1) b: add(n: 2) c: add(n: 3) }", {}],
  ["mutation { a: add(n: 1) b: add(n: -2) c: add(n: 3) }", {}],
];

test.each(QUERIES)("%s %j is answered as graphql-js answers it", async (query, variableValues) => {
  const document = parse(query);
  const known = ({ data, errors = [] }: Awaited<ReturnType<typeof execute>>) => ({
    data: JSON.parse(JSON.stringify(data ?? null)) as unknown,
    errors: errors.map(({ message, path }) => ({ message, path })),
  });
  order = [];
  const expected = known(await execute({ schema, document, variableValues }));
  const inOrder = order;
  order = [];
  const answered = known((await compileExecution(schema, document)(variableValues, null)) as never);
  expect(answered).toEqual(expected);
  // What runs after the first failure of a mutation that may not fail is not said; what ran before is in its order.
  expect(order.slice(0, inOrder.length)).toEqual(inOrder.slice(0, order.length));
});

test("a client that tries all values of its conditions is answered, and fills no memory", async () => {
  const names = Array.from({ length: 9 }, (_, i) => `c${i}`);
  const query = `query (${names.map((name) => `$${name}: Boolean!`).join(", ")}) { ship {
    ${names.map((name) => `${name}: name @include(if: $${name})`).join(" ")} } }`;
  const run = compileExecution(schema, parse(query));
  for (let bits = 0; bits < 512; bits += 7) {
    const values = Object.fromEntries(names.map((name, i) => [name, (bits >> i) % 2 === 1]));
    const asked = names.filter((name) => values[name]);
    expect((await run(values, null)).data).toEqual({
      ship: Object.fromEntries(asked.map((name) => [name, "Beagle"])),
    });
  }
});

test("a literal that its type refuses fails its own field, and no other", async () => {
  const document = parse('{ ship { name log(last: "no number") } }');
  const { data, errors } = await compileExecution(schema, document)({}, null);
  expect(data).toEqual({ ship: { name: "Beagle", log: null } });
  expect(errors?.map(({ path }) => path)).toEqual([["ship", "log"]]);
});

test("the names of an answer stand in the order of its selection, in no matter which order they come", async () => {
  const run = compileExecution(schema, parse("{ ship { crew { age name } name } }"));
  expect(JSON.stringify((await run({}, null)).data)).toBe(
    '{"ship":{"crew":[{"age":30,"name":"Ann"},{"age":30,"name":"Bo"}],"name":"Beagle"}}',
  );
});
