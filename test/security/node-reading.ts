import { isInterfaceType } from "graphql";
import { expect, test } from "vitest";
import { askRaw, askText } from "../kit/ask.js";
import type { Isolation } from "./isolation-fixture.js";
import { idOfNobody, OF_PROGRAM } from "./known-values.js";
import { valuesByField } from "./put-questions.js";

interface Found {
  readonly __typename: string;
  readonly id: string;
}

/** For the vendor's people alone, and of no partner. */
const OF_VENDOR: readonly string[] = ["Cohort", "VendorManager"];

/** An id leads back to its object, of any type; what a viewer may not see has none. */
export function describeNodes(opened: () => Isolation): void {
  /** An id of each type that is a `Node`, as the program manager was shown it; of the other partner where it has one. */
  const idsByType = (of: "own" | "foreign"): Map<string, string> => {
    const { schema, query, answersToManager, foreignMarkers, ownMarkers } = opened();
    const node = schema.getType("Node");
    if (!isInterfaceType(node)) throw new Error("There is no interface Node");
    const types: ReadonlySet<string> = new Set(schema.getPossibleTypes(node).map(({ name }) => name));
    const ids = new Map<string, string>();
    const markers = of === "own" ? ownMarkers : foreignMarkers;
    for (const { field, text } of valuesByField(schema, query, answersToManager)) {
      const [type = "", name] = field.split(".");
      if (
        name === "id" &&
        types.has(type) &&
        ([...OF_PROGRAM, ...OF_VENDOR].includes(type) || markers.find(text) !== null)
      )
        ids.set(type, text);
    }
    expect([...ids.keys()].sort()).toEqual([...types].sort());
    return ids;
  };
  const nodes = async (token: string, ids: readonly string[]): Promise<(Found | null)[]> => {
    const query = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }";
    const answer = await askText(opened().tiergraph, token, query, { ids });
    return answer.nodes as (Found | null)[]; // As the query selects it.
  };

  test("leads from each type's id to its object, alone and together with others", async () => {
    const token = opened().partners.story.token;
    const ids = idsByType("own");
    const expected = [...ids].map(([__typename, id]) => ({ __typename, id }));
    expect(await nodes(token, [...ids.values()])).toEqual(expected);
    for (const { __typename, id } of expected) {
      const query = `query ($id: ID!) { node(id: $id) { __typename id ... on ${__typename} { id } } }`;
      expect(await askText(opened().tiergraph, token, query, { id })).toEqual({ node: { __typename, id } });
    }
  });

  test("leads a partner to its own, and nowhere from another's or nobody's", async () => {
    const { tiergraph, partners } = opened();
    const token = await tiergraph.tokenOf("partner", partners.own.id);
    const own = idsByType("own");
    expect(await nodes(token, [...own.values()])).toEqual(
      [...own].map(([__typename, id]) => (OF_VENDOR.includes(__typename) ? null : { __typename, id })),
    );
    const foreign = [...idsByType("foreign")].filter(([type]) => !OF_PROGRAM.includes(type)).map(([, id]) => id);
    expect(foreign.length).toBeGreaterThan(5);
    expect(await nodes(token, foreign)).toEqual(foreign.map(() => null));
    expect(await nodes(token, foreign.map(idOfNobody))).toEqual(foreign.map(() => null));
    expect(await nodes(partners.story.token, foreign.map(idOfNobody))).toEqual(foreign.map(() => null));
    expect(await nodes(token, ["", "x", "é".repeat(44), "../etc"])).toEqual([null, null, null, null]);
  });

  test("takes at most 100 ids", async () => {
    const { tiergraph, partners } = opened();
    const query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    const ids = Array.from({ length: 101 }, () => partners.own.id);
    const { errors } = await askRaw(tiergraph, partners.story.token, query, { ids });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  });
}
