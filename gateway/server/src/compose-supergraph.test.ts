import { parse } from "graphql";
import { expect, test } from "vitest";
import { composeSupergraph } from "./compose-supergraph.js";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\n`;
const sdls = {
  partners: `${LINK} type Query { partner: Partner } type Partner @key(fields: "id") { id: ID! name: String! }`,
  metrics: `${LINK} type Partner @key(fields: "id") { id: ID! revenue: Int }`,
  benefits: `${LINK} type Partner @key(fields: "id") { id: ID! benefits: [String!]! }`,
  enablement: `${LINK} type Partner @key(fields: "id") { id: ID! courses: [String!]! }`,
};

test("a partner of the composed graph has the fields of all four services, and clients see no federation", () => {
  const composed = composeSupergraph(sdls);
  if (composed.kind === "CompositionRefused") throw new Error(composed.problems.join("\n"));
  expect(parse(composed.api).definitions).toHaveLength(2);
  expect(composed.api).toContain(
    "type Partner {\n  benefits: [String!]!\n  courses: [String!]!\n  id: ID!\n  name: String!\n  revenue: Int\n}",
  );
  expect(composed.api).not.toContain("@");
  expect(composed.supergraph).toContain('METRICS @join__graph(name: "metrics", url: "http://127.0.0.1:4002/graphql")');
});

test("the same services compose to the same text, in any order in which they say it", () => {
  const other = { ...sdls, metrics: `${LINK} type Partner @key(fields: "id") { revenue: Int id: ID! }` };
  expect(composeSupergraph(sdls)).toEqual(composeSupergraph(sdls));
  expect(composeSupergraph(other)).toMatchObject({ api: expect.stringContaining("name: String!\n  revenue: Int") });
});

test("two services that both claim a field are refused, and the problem names the field and both", () => {
  const claimed = `${LINK} type Partner @key(fields: "id") { id: ID! name: String! }`;
  const composed = composeSupergraph({ ...sdls, metrics: claimed });
  expect(composed).toMatchObject({ kind: "CompositionRefused", problems: [expect.stringContaining("Partner.name")] });
  expect(composed).toMatchObject({ problems: [expect.stringMatching(/metrics.*partners/)] });
});

test("a field that two services share in different types is refused", () => {
  const shared = (type: string) =>
    `${LINK} type Query { partner: Partner } type Partner @key(fields: "id") { id: ID! rank: ${type} @shareable }`;
  const metrics = shared("String").replace("type Query { partner: Partner }", "");
  expect(composeSupergraph({ ...sdls, partners: shared("Int"), metrics })).toMatchObject({
    kind: "CompositionRefused",
    problems: [expect.stringContaining("Partner.rank")],
  });
});
