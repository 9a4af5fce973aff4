import { noRows, type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import { loaderOfOwned } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { visibleTo } from "../policy.js";
import type { PERSON_ROLES } from "./check-people.js";
import type { PersonRow } from "./person.entity.js";
import { findPeople, peopleList } from "./person.store.js";

export const personNode = (row: PersonRow) => ({
  id: encodeOwnedId("Person", { partnerId: row.partnerId, id: row.personId }),
  externalId: row.externalId,
  role: row.role as (typeof PERSON_ROLES)[number] | null, // Registered by these words only.
  leftOn: row.leftOn,
  row,
});
export type PersonNode = ReturnType<typeof personNode>;

export function personReads({ reader, viewer, cursors }: ReadParts) {
  const isVisible = (partnerId: string) => visibleTo(viewer)([partnerId]).length > 0;
  const person = loaderOfOwned(isVisible, async (keys) => {
    const rows = await findPeople(
      reader,
      keys.map(({ partnerId, id }) => ({ partnerId, personId: id })),
    );
    return rows.map(personNode);
  });
  const peopleOf = peopleList.ofEach(reader);
  return {
    person,
    people: (partnerId: string, request: PageRequest) =>
      readPage(cursors, viewer, {
        list: `people:${partnerId}`,
        request,
        rows: isVisible(partnerId) ? peopleOf({ partnerId }) : noRows<PersonRow>(),
        nodeOf: (row) => {
          const node = personNode(row);
          // Who holds a certificate is most often one of those who were just listed.
          person.prime(node.id, node);
          return node;
        },
      }),
  };
}
export type PersonReads = ReturnType<typeof personReads>;
