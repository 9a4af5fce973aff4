import { loaderOfMany } from "@tiergraph/kit/subgraph/loaders";
import type { Loading } from "../loading.js";
import { findOwnedCustomers } from "./owned-customer.store.js";

export function ownedCustomerLoaders({ reader }: Loading) {
  const owned = loaderOfMany(
    (partnerIds: readonly string[]) => findOwnedCustomers(reader, partnerIds),
    ({ partnerId }) => partnerId,
    (partnerId) => partnerId,
  );
  return {
    ownedCustomers: async (partnerId: string): Promise<string[]> =>
      (await owned.load(partnerId)).map(({ customer }) => customer),
  };
}
