import { loaderOfMany, loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { decodeOwnedId, encodeOwnedId } from "@tiergraph/kit/values/ids";
import { visibleTo } from "../policy.js";
import type { PERSON_ROLES } from "./check-people.js";
import type { PersonRow } from "./person.entity.js";
import { findPeople, listPeopleOfPartners } from "./person.store.js";

const MAX_PEOPLE = 100;

export const personNode = (row: PersonRow) => ({
  id: encodeOwnedId({ partnerId: row.partnerId, id: row.personId }),
  externalId: row.externalId,
  role: row.role as (typeof PERSON_ROLES)[number] | null, // Registered by these words only.
  leftOn: row.leftOn,
  row,
});
export type PersonNode = ReturnType<typeof personNode>;

export function personReads({ reader, viewer }: ReadParts) {
  const visible = visibleTo(viewer);
  const person = loaderOfOne(
    async (ids: readonly string[]) => {
      const owned = ids.flatMap((id) => decodeOwnedId(id) ?? []);
      const allowed = new Set(visible(owned.map(({ partnerId }) => partnerId)));
      const keys = owned.filter(({ partnerId }) => allowed.has(partnerId));
      return (
        await findPeople(
          reader,
          keys.map(({ partnerId, id }) => ({ partnerId, personId: id })),
        )
      ).map(personNode);
    },
    ({ id }) => id,
    (id: string) => id,
  );
  return {
    person,
    people: loaderOfMany(
      async (ids: readonly string[]) => {
        const people = (await listPeopleOfPartners(reader, visible(ids), MAX_PEOPLE)).map(personNode);
        // Who holds a certificate is most often one of those who were just listed.
        for (const one of people) person.prime(one.id, one);
        return people;
      },
      ({ row }) => row.partnerId,
      (id: string) => id,
    ),
  };
}
export type PersonReads = ReturnType<typeof personReads>;
