import { ask, graphql } from "./ask.js";
import type { AnswerTo } from "./document.js";

const HOLDERS = graphql(`query ($after: String) {
  partners(first: 100, after: $after) {
    nodes {
      id
      tierStatus { tier { benefits { quantity benefit { name } } } }
      entitlements { quantity isInTransition benefit { name } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`);

/** Partners that hold something that their tier does not give and nobody promised, or lack what it gives. */
export async function faultsOfEntitlements(tiergraph: { url: string }, token: string): Promise<object[]> {
  const faults: object[] = [];
  for (let after: string | null = null; ; ) {
    const { partners }: AnswerTo<typeof HOLDERS> = await ask(tiergraph, token, HOLDERS, { after });
    const textOf = ({ benefit, quantity }: { benefit: { name: string }; quantity: number | null }) =>
      `${benefit.name} ${quantity}`;
    for (const { id, tierStatus, entitlements } of partners.nodes) {
      const given = tierStatus.tier.benefits.map(textOf).sort();
      const held = entitlements
        .filter(({ isInTransition }) => !isInTransition)
        .map(textOf)
        .sort();
      if (given.join() !== held.join()) faults.push({ id, given, held });
    }
    if (!partners.pageInfo.hasNextPage) return faults;
    after = partners.pageInfo.endCursor;
  }
}
