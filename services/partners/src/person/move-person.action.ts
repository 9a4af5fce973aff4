import type { Database, Transaction } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { decodeOwnedId, isUuid, newId } from "@tiergraph/kit/values/ids";
import type { RefusalOf } from "@tiergraph/kit/values/refusal-table";
import { isLine } from "@tiergraph/kit/values/text";
import { findPartners } from "../partner/index.js";
import { policy } from "../policy.js";
import type { PartnersPublisher } from "../publisher.js";
import type { PersonRow } from "./person.entity.js";
import { moveRefusals } from "./person.refusals.js";
import { findPeopleByExternalId, lockPeople, putMove, putPeople } from "./person.store.js";

export interface MovePerson {
  readonly personId: string;
  /** The partner that the person works for from today on. */
  readonly partnerId: string;
  /** Its key there; the one that it has where left out. */
  readonly externalId: string | null;
}
type PersonMove = { readonly kind: "PersonMoved"; readonly person: PersonRow } | RefusalOf<typeof moveRefusals>;

const STAYS = { leftOn: null, movedToPartnerId: null, movedToPersonId: null };

/**
 * A person leaves a partner and works for another from today (UTC) on: as the person with its key there, or as a new
 * one. What it was certified for goes with it; what was counted before today stays where it was counted. Safe to
 * repeat.
 */
export const movePerson =
  (db: Database, publish: PartnersPublisher, clock: Clock) =>
  async (viewer: Viewer, asked: MovePerson): Promise<PersonMove> => {
    const owned = decodeOwnedId(asked.personId);
    if (owned === null || !policy.permitsFor(viewer, "move people", owned.partnerId))
      return moveRefusals.PersonUnknown();
    if (asked.externalId !== null && !isLine(asked.externalId)) return moveRefusals.TextInvalid();
    return db.transact(viewer, async (tx) => {
      const [leaving] = await lockPeople(tx, [{ partnerId: owned.partnerId, personId: owned.id }]);
      if (leaving === undefined) return moveRefusals.PersonUnknown();
      const [partner] = isUuid(asked.partnerId) ? await findPartners(tx, [asked.partnerId]) : [];
      if (partner === undefined) return moveRefusals.PartnerUnknown();
      if (partner.partnerId === leaving.partnerId) return moveRefusals.SamePartner();
      if (leaving.leftOn !== null) return movedBefore(tx, leaving, partner.partnerId);
      const key = { partnerId: partner.partnerId, externalId: asked.externalId ?? leaving.externalId };
      const { email, role } = leaving;
      await putPeople(tx, [{ ...key, personId: newId(), name: leaving.name, email, role }], clock.now());
      const [person] = await findPeopleByExternalId(tx, [key]);
      if (person === undefined) throw new Error("A person that was just put is not there");
      if (person.leftOn !== null) await putMove(tx, { ...person, ...STAYS });
      const leftOn = dayOf(clock.now());
      await putMove(tx, {
        ...leaving,
        leftOn,
        movedToPartnerId: person.partnerId,
        movedToPersonId: person.personId,
      });
      await publish(tx, "PersonMoved", {
        from: { partnerId: leaving.partnerId, personId: leaving.personId },
        to: { partnerId: person.partnerId, personId: person.personId, role: person.role },
        on: leftOn,
      });
      return { kind: "PersonMoved", person: { ...person, ...STAYS } };
    });
  };

/** A person who was moved there already stays; one who was moved elsewhere is moved from there. */
async function movedBefore(tx: Transaction, left: PersonRow, partnerId: string): Promise<PersonMove> {
  const { movedToPartnerId, movedToPersonId: personId } = left;
  const [person] =
    movedToPartnerId === partnerId && personId !== null ? await lockPeople(tx, [{ partnerId, personId }]) : [];
  return person === undefined ? moveRefusals.PersonLeft({ leftOn: left.leftOn }) : { kind: "PersonMoved", person };
}
