// Apollo Client with the settings of @tiergraph/client: five screens cost five requests in any order, and lists grow.
import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { ApolloClient, gql, HttpLink, InMemoryCache } from "@apollo/client/core/index.js";
import { relayStylePagination } from "@apollo/client/utilities/index.js";
import { apolloCacheSettings } from "@tiergraph/client/cache";
import { PartnerList } from "@tiergraph/client/operations";
import { SCREENS } from "./screens.mjs";

const ORDERS = 20;

export async function checkApollo({ url, token, partnerId }) {
  for (const order of [SCREENS, [...SCREENS].reverse(), ...Array.from({ length: ORDERS - 2 }, shuffled)]) {
    const { client, sent } = open(url, token);
    const seen = new Map();
    const mounted = [];
    for (const { name, text } of order) {
      const query = client.watchQuery({ query: gql(text), variables: { partnerId } });
      await new Promise((resolve, reject) => {
        const next = ({ data, loading }) => {
          seen.set(name, data);
          if (!loading) resolve();
        };
        mounted.push(query.subscribe({ next, error: reject }));
      });
    }
    // What fights over the cache asks again in the moments after an answer.
    await setTimeout(100);
    const names = order.map(({ name }) => name);
    assert.deepEqual(sent, names, `the screens ${names.join(", ")} cost other requests`);
    for (const name of names) assert.equal(seen.get(name).partner.id, partnerId);
    for (const screen of mounted) screen.unsubscribe();
  }
  console.log(`Apollo Client: ${SCREENS.length} screens cost ${SCREENS.length} requests, in ${ORDERS} orders.`);

  const { client } = open(url, token);
  const query = client.watchQuery({ query: gql(PartnerList.text), variables: { first: 20 } });
  await query.refetch();
  const sizes = [];
  for (let page = 0; page < 3; page++) {
    const { partners } = query.getCurrentResult().data;
    sizes.push(partners.edges.length);
    await query.fetchMore({ variables: { after: partners.pageInfo.endCursor } });
  }
  assert.deepEqual(sizes, [20, 40, 60]);
  console.log(`Apollo Client: relayStylePagination reads ${sizes.join(", ")}.`);
}

/** A client with a cache of its own, and the names of what it sends. */
function open(uri, token) {
  const sent = [];
  const link = new HttpLink({
    uri,
    headers: { authorization: `Bearer ${token}` },
    fetch: (to, init) => {
      sent.push(JSON.parse(init.body).operationName);
      return fetch(to, init);
    },
  });
  const cache = new InMemoryCache(apolloCacheSettings(relayStylePagination));
  return { client: new ApolloClient({ link, cache }), sent };
}

function shuffled() {
  const left = [...SCREENS];
  return SCREENS.map(() => left.splice(Math.floor(Math.random() * left.length), 1)[0]);
}
