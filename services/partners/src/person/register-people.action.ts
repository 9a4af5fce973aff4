import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Clock } from "@tiergraph/kit/process/clock";
import { isUuid, newId } from "@tiergraph/kit/values/ids";
import { findPartners } from "../partner/partner.store.js";
import type { PartnersPublisher } from "../publisher.js";
import { checkPeople, type PeopleProblem, type PersonRegistration } from "./check-people.js";
import { findPeopleByExternalId, type PersonRow, putPeople } from "./person.store.js";

export type PeopleRegistration =
  | { readonly kind: "PeopleRegistered"; readonly people: readonly PersonRow[] }
  | { readonly kind: "PeopleRefused"; readonly problems: readonly PeopleProblem[] };

/** Registers people of partners by the partner's own key for them. Safe to repeat; a known person is brought up to date. */
export const registerPeople =
  (db: Database, publish: PartnersPublisher, clock: Clock) =>
  (viewer: Viewer, request: { people: readonly PersonRegistration[] }): Promise<PeopleRegistration> =>
    db.transact(viewer, async (tx) => {
      const partners = await findPartners(
        tx,
        [...new Set(request.people.map(({ partnerId }) => partnerId))].filter(isUuid),
      );
      const problems = checkPeople(request.people, new Set(partners.map(({ partnerId }) => partnerId)));
      if (problems.length > 0) return { kind: "PeopleRefused", problems };

      const rows = request.people.map(({ partnerId, externalId, name, email, role }) => ({
        partnerId,
        personId: newId(),
        externalId,
        name,
        email: email ?? null,
        role: role ?? null,
      }));
      const touched = await putPeople(tx, rows, clock.now());
      if (touched.length > 0)
        await publish(tx, "PeopleChanged", {
          people: touched.map(({ partnerId, personId, role }) => ({ partnerId, personId, role })),
        });
      return { kind: "PeopleRegistered", people: await findPeopleByExternalId(tx, rows) };
    });
