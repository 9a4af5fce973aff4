import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Clock } from "@tiergraph/kit/process/clock";
import { isUuid, newId } from "@tiergraph/kit/values/ids";
import { findPartners } from "../partner/index.js";
import type { PartnersPublisher } from "../publisher.js";
import { checkPeople, type PersonRegistration } from "./check-people.js";
import type { PersonRow } from "./person.entity.js";
import type { RegistrationRefusal } from "./person.refusals.js";
import { findPeopleByExternalId, putPeople } from "./person.store.js";

export type PeopleRegistration =
  | {
      readonly kind: "PeopleRegistered";
      readonly people: readonly PersonRow[];
      readonly added: number;
      readonly changed: number;
    }
  | { readonly kind: "PeopleRefused"; readonly refusals: readonly RegistrationRefusal[] };

/** Registers people of partners by the partner's own key for them. Safe to repeat; a known person is brought up to date. */
export const registerPeople =
  (db: Database, publish: PartnersPublisher, clock: Clock) =>
  (viewer: Viewer, request: { people: readonly PersonRegistration[]; dryRun: boolean }): Promise<PeopleRegistration> =>
    (request.dryRun ? db.rehearse : db.transact)(viewer, async (tx) => {
      const partners = await findPartners(
        tx,
        [...new Set(request.people.map(({ partnerId }) => partnerId))].filter(isUuid),
      );
      const refusals = checkPeople(request.people, new Set(partners.map(({ partnerId }) => partnerId)));
      if (refusals.length > 0) return { kind: "PeopleRefused", refusals };

      const rows = request.people.map(({ partnerId, externalId, name, email, role }) => ({
        partnerId,
        personId: newId(),
        externalId,
        name: name ?? null,
        email: email ?? null,
        role: role ?? null,
      }));
      const touched = await putPeople(tx, rows, clock.now());
      if (touched.length > 0)
        await publish(tx, "PeopleChanged", {
          people: touched.map(({ partnerId, personId, role }) => ({ partnerId, personId, role })),
        });
      const made = new Set(rows.map(({ personId }) => personId));
      const added = touched.filter(({ personId }) => made.has(personId)).length;
      return {
        kind: "PeopleRegistered",
        people: inOrderOf(rows, await findPeopleByExternalId(tx, rows)),
        added,
        changed: touched.length - added,
      };
    });

/** Found rows come in any order; the answer has that of the input. */
function inOrderOf(
  asked: readonly Pick<PersonRow, "partnerId" | "externalId">[],
  found: readonly PersonRow[],
): PersonRow[] {
  const keyOf = ({ partnerId, externalId }: Pick<PersonRow, "partnerId" | "externalId">) =>
    `${partnerId} ${externalId}`;
  const rows = new Map(found.map((row) => [keyOf(row), row]));
  return asked.flatMap((one) => rows.get(keyOf(one)) ?? []);
}
