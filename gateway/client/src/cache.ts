import { INTERFACES, LISTS, OWN_KEYS, VALUES } from "./generated/graph-types.js";

/** What Apollo Client's `InMemoryCache` is made with. */
export interface ApolloCacheSettings<ListPolicy> {
  readonly possibleTypes: Readonly<Record<string, string[]>>;
  readonly typePolicies: Readonly<Record<string, ApolloTypePolicy<ListPolicy>>>;
}

interface ApolloTypePolicy<ListPolicy> {
  keyFields?: string[];
  merge?: true;
  fields?: Record<string, ListPolicy>;
}

/**
 * Settings of Apollo Client's cache: objects are kept by their ids, what has none is merged into the object that it stands
 * in, so that two screens that ask different fields of it take nothing from each other, and lists grow by pages.
 *
 *     new InMemoryCache(apolloCacheSettings(relayStylePagination))
 *
 * @param listPolicy `relayStylePagination` of `@apollo/client/utilities`
 */
export function apolloCacheSettings<ListPolicy>(
  listPolicy: (keyArgs: string[]) => ListPolicy,
): ApolloCacheSettings<ListPolicy> {
  const typePolicies: Record<string, ApolloTypePolicy<ListPolicy>> = {};
  for (const type of VALUES) typePolicies[type] = { merge: true };
  for (const [type, keyFields] of Object.entries(OWN_KEYS)) typePolicies[type] = { keyFields: [...keyFields] };
  for (const [type, lists] of Object.entries(LISTS)) {
    const policies = Object.entries(lists).map(([list, keyArgs]) => [list, listPolicy([...keyArgs])]);
    typePolicies[type] = { ...typePolicies[type], fields: Object.fromEntries(policies) };
  }
  return { possibleTypes: possibleTypes(), typePolicies };
}

/** Settings of urql's graphcache: `keys` says which objects have no id of their own. */
export function urqlCacheSettings(): {
  readonly keys: Readonly<Record<string, (data: Readonly<Record<string, unknown>>) => string | null>>;
} {
  const keys: Record<string, (data: Readonly<Record<string, unknown>>) => string | null> = {};
  for (const type of VALUES) keys[type] = () => null;
  for (const [type, [key]] of Object.entries(OWN_KEYS))
    keys[type] = (data) => (typeof data[key] === "string" ? data[key] : null);
  return { keys };
}

const possibleTypes = (): Record<string, string[]> =>
  Object.fromEntries(Object.entries(INTERFACES).map(([name, types]) => [name, [...types]]));
