import { type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import { loaderOfMany, loaderOfOne, loaderOfOwned } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { decodeOwnedId, encodeOwnedId } from "@tiergraph/kit/values/ids";
import { moneyOf } from "@tiergraph/program/exact";
import { readsRewardsOf } from "../policy.js";
import { type OrderOf, type RequestsWanted, readRequests } from "../request-list/index.js";
import type { TakenBackRow } from "./conversion-taken-back.entity.js";
import type { RegistrationRow } from "./deal-registration.entity.js";
import {
  findRegistrations,
  findRegistrationsOfDeals,
  listTakenBack,
  type RegistrationKey,
  registrationLists,
} from "./registration.store.js";
import type { ConflictRow } from "./registration-conflict.entity.js";
import { conflictList } from "./registration-conflict.store.js";

const keyText = ({ partnerId, registrationId }: RegistrationKey): string => `${partnerId} ${registrationId}`;

export function registrationReads(parts: ReadParts) {
  const { reader, viewer, cursors } = parts;
  const mayRead = readsRewardsOf(viewer);
  const byKey = loaderOfOne((keys: readonly RegistrationKey[]) => findRegistrations(reader, keys), keyText, keyText);
  const takenBack = loaderOfMany((keys: readonly RegistrationKey[]) => listTakenBack(reader, keys), keyText, keyText);
  const byDeal = loaderOfOne(
    (keys: readonly { partnerId: string; factId: string }[]) => findRegistrationsOfDeals(reader, keys),
    ({ partnerId, convertedFactId }) => `${partnerId} ${convertedFactId}`,
    ({ partnerId, factId }) => `${partnerId} ${factId}`,
  );
  return {
    registration: async (key: RegistrationKey) => {
      const row = await byKey.load(key);
      return row === null ? null : registrationNode(row);
    },
    registrationById: loaderOfOwned(mayRead, async (keys) =>
      (
        await findRegistrations(
          reader,
          keys.map(({ partnerId, id }) => ({ partnerId, registrationId: id })),
        )
      ).map(registrationNode),
    ),
    registrationOfDeal: async (dealId: string) => {
      const key = decodeOwnedId(dealId);
      if (key === null || !mayRead(key.partnerId)) return null;
      const row = await byDeal.load({ partnerId: key.partnerId, factId: key.id });
      return row === null ? null : registrationNode(row);
    },
    conversionsTakenBack: async (id: string) => {
      const key = decodeOwnedId(id);
      if (key === null) return [];
      return (await takenBack.load({ partnerId: key.partnerId, registrationId: key.id })).map(takenBackNode);
    },
    deal: (id: string) => {
      const key = decodeOwnedId(id);
      return key !== null && mayRead(key.partnerId) ? { id } : null;
    },
    registrationConflicts: ({ state, ...request }: PageRequest & { readonly state: ConflictRow["state"] }) =>
      readPage(cursors, viewer, {
        list: `registration-conflicts:${state}`,
        request,
        rows: conflictList.of(reader, { state }),
        nodeOf: conflictNode,
      }),
    registrations: (wanted: RequestsWanted<OrderOf<typeof registrationLists>>, partnerId: string | null = null) =>
      readRequests(parts, wanted, {
        list: "registrations",
        lists: registrationLists,
        nodeOf: registrationNode,
        partnerId,
      }),
  };
}
export type RegistrationReads = ReturnType<typeof registrationReads>;

export const registrationNode = (row: RegistrationRow) => {
  const { partnerId, customer, domain, productLine, amountMinor, currency, expectedOn, note, reason, extensions } = row;
  const { requestedAt, requestedBy, decidedAt, decidedBy, protectedUntil, convertedFactId } = row;
  return {
    id: encodeOwnedId("DealRegistration", { partnerId, id: row.registrationId }),
    partner: { id: partnerId },
    customer,
    domain,
    productLine,
    expectedOn,
    note,
    reason,
    extensions,
    requestedAt,
    requestedBy,
    decidedAt,
    decidedBy,
    protectedUntil,
    amount: amountMinor === null || currency === null ? null : moneyOf({ minor: amountMinor, currency }),
    state: row.state,
    deal: convertedFactId === null ? null : { id: encodeOwnedId("Deal", { partnerId, id: convertedFactId }) },
  };
};
export type RegistrationNode = ReturnType<typeof registrationNode>;

const takenBackNode = ({ dealExternalId: externalId, takenBackAt: at, because }: TakenBackRow) => ({
  externalId,
  at,
  because,
});

export const conflictNode = (row: ConflictRow) => ({
  id: encodeOwnedId("RegistrationConflict", { partnerId: row.partnerId, id: row.conflictId }),
  state: row.state,
  partner: { id: row.partnerId },
  won: {
    partner: { id: row.dealPartnerId },
    deal: { id: encodeOwnedId("Deal", { partnerId: row.dealPartnerId, id: row.dealFactId }) },
    externalId: row.dealExternalId,
    on: row.dealOn,
    customer: row.dealCustomer,
    product: row.dealProduct,
    amount:
      row.dealAmountMinor === null || row.dealCurrency === null
        ? null
        : moneyOf({ minor: row.dealAmountMinor, currency: row.dealCurrency }),
  },
  foundAt: row.foundAt,
  decidedAt: row.decidedAt,
  decidedBy: row.decidedBy,
  reason: row.note,
  row,
});
export type ConflictNode = ReturnType<typeof conflictNode>;
