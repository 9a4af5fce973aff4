// urql with its normalized cache: the screens of a portal without a word of warning.
import assert from "node:assert/strict";
import { urqlCacheSettings } from "@tiergraph/client/cache";
import { Client, fetchExchange } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { SCREENS } from "./screens.mjs";

export async function checkUrql({ url, token, partnerId }) {
  const warnings = [];
  const logger = (severity, message) => severity !== "debug" && warnings.push(message);
  const client = new Client({
    url,
    exchanges: [cacheExchange({ ...urqlCacheSettings(), logger }), fetchExchange],
    fetchOptions: { headers: { authorization: `Bearer ${token}` } },
    preferGetMethod: false,
  });
  for (const { text } of SCREENS) {
    const { data, error } = await client.query(text, { partnerId }).toPromise();
    assert.equal(error, undefined);
    assert.equal(data.partner.id, partnerId);
  }
  assert.deepEqual(warnings, []);
  console.log(`urql: graphcache has no warning over ${SCREENS.length} screens.`);
}
