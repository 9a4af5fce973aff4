import { loaderOfMany } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { findOwnedCustomers } from "./owned-customer.store.js";

export function ownedCustomerReads({ reader }: ReadParts) {
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
export type OwnedCustomerReads = ReturnType<typeof ownedCustomerReads>;
