import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer, type Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { isUuid, newId } from "@tiergraph/kit/values/ids";
import type { Outcome } from "@tiergraph/kit/values/refusal-table";
import { isLine } from "@tiergraph/kit/values/text";
import { isName } from "@tiergraph/program/document/notation";
import { findStandings } from "../partner/index.js";
import { assignManagers, changeOf } from "./assign.tx.js";
import { changed, EACH_DAY, looksAfter } from "./choose-manager.js";
import type { Manager } from "./manager.entity.js";
import { MAX_CAPACITY, type ManagerRefusal, managerRefusals } from "./manager.refusals.js";
import {
  addAssignmentChanges,
  findManagersByCode,
  listAssignments,
  lockManagers,
  putAbsences,
  putAssignments,
  putManagers,
} from "./manager.store.js";

type ManagerChange = Outcome<{ readonly manager: Manager }, ManagerRefusal>;

/** Registers a manager, or brings one up to date by its code; partners that it no longer looks after get others. */
export const registerManager =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, asked: Omit<Manager, "managerId">): Promise<ManagerChange> => {
    if (!isName(asked.code)) return managerRefusals.CodeInvalid();
    if (!isLine(asked.name)) return managerRefusals.NameInvalid();
    if (asked.email !== null && !(isLine(asked.email) && asked.email.includes("@")))
      return managerRefusals.EmailInvalid();
    if (asked.capacity < 1 || asked.capacity > MAX_CAPACITY) return managerRefusals.CapacityInvalid();
    return db.transact(systemViewer(viewer.subject), async (tx) => {
      const [known] = await findManagersByCode(tx, [asked.code]);
      const manager = { ...asked, managerId: known?.managerId ?? newId() };
      await putManagers(tx, [manager]);
      await assignManagers(tx, null, assigning(viewer, clock, changed(manager)));
      return { kind: "Done", manager };
    });
  };

export interface RecordAbsence {
  readonly code: string;
  readonly from: string;
  /** The last day. */
  readonly until: string;
  /** Code of the one who stands in; nobody where left out. */
  readonly standIn: string | null;
}

/** A manager is away for some days; its partners stay its own, and another answers for them. */
export const recordAbsence =
  (db: Database) =>
  (viewer: Viewer, { code, from, until, standIn }: RecordAbsence): Promise<ManagerChange> =>
    db.transact(viewer, async (tx) => {
      if (until < from) return managerRefusals.DaysInvalid();
      const [manager] = await findManagersByCode(tx, [code]);
      if (manager === undefined) return managerRefusals.ManagerUnknown({ field: "code" });
      const [other] = standIn === null ? [undefined] : await findManagersByCode(tx, [standIn]);
      if (standIn !== null && (other === undefined || other.managerId === manager.managerId))
        return managerRefusals.StandInUnknown();
      const { managerId } = manager;
      await putAbsences(tx, [{ managerId, fromOn: from, untilOn: until, standInId: other?.managerId ?? null }]);
      return { kind: "Done", manager };
    });

export interface HandOver {
  /** Code of who had the partners. */
  readonly from: string;
  /** Code of the one who gets them; by tier, region and load where left out. */
  readonly to: string | null;
  readonly reason: string;
}

/** All partners of a manager get another, and it takes no more partners: the named one where that looks after them. */
export const handOver =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, { from, to, reason }: HandOver): Promise<ManagerChange> => {
    if (!isLine(reason)) return managerRefusals.ReasonInvalid();
    return db.transact(systemViewer(viewer.subject), async (tx) => {
      await lockManagers(tx);
      const [manager] = await findManagersByCode(tx, [from]);
      if (manager === undefined) return managerRefusals.ManagerUnknown({ field: "from" });
      const [other] = to === null ? [undefined] : await findManagersByCode(tx, [to]);
      if (to !== null && (other === undefined || other.role !== manager.role || !other.isActive || other.code === from))
        return managerRefusals.SuccessorUnknown();
      const left = { ...manager, isActive: false };
      await putManagers(tx, [left]);
      const by = assigning(viewer, clock, reason);
      if (other !== undefined) {
        const theirs = (await listAssignments(tx, null)).filter(({ managerId }) => managerId === manager.managerId);
        const standings = await findStandings(
          tx,
          theirs.map(({ partnerId }) => partnerId),
        );
        const looked = new Set(
          standings
            .filter(({ tier, region }) => looksAfter(other, { role: other.role, tier: tier ?? "", region }))
            .map(({ partnerId }) => partnerId),
        );
        const moved = theirs
          .filter(({ partnerId }) => looked.has(partnerId))
          .map((row) => ({ ...row, managerId: other.managerId, since: by.now }));
        if (moved.length > 0) {
          await putAssignments(tx, moved);
          await addAssignmentChanges(tx, moved.map(changeOf(by)));
        }
      }
      // Partners that the other does not look after get another by the rules.
      await assignManagers(tx, null, by);
      return { kind: "Done", manager: left };
    });
  };

export interface AssignManager {
  readonly partnerId: string;
  readonly code: string;
  readonly reason: string;
}

/** Somebody chooses who looks after a partner: of those who look after such partners, also where they are full or away. */
export const assignManager =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, { partnerId, code, reason }: AssignManager): Promise<ManagerChange> => {
    if (!isLine(reason)) return managerRefusals.ReasonInvalid();
    return db.transact(viewer, async (tx) => {
      await lockManagers(tx);
      const [manager] = await findManagersByCode(tx, [code]);
      if (manager === undefined || !manager.isActive) return managerRefusals.ManagerUnknown({ field: "code" });
      const [partner] = isUuid(partnerId) ? await findStandings(tx, [partnerId]) : [];
      if (partner === undefined) return managerRefusals.PartnerUnknown();
      const known = (await listAssignments(tx, [partnerId])).find(({ role }) => role === manager.role);
      if (known === undefined) return managerRefusals.NotPromised();
      const { role } = manager;
      if (!looksAfter(manager, { role, tier: partner.tier ?? "", region: partner.region }))
        return managerRefusals.NotLookedAfter({ name: manager.name });
      const by = assigning(viewer, clock, reason);
      const row = { ...known, managerId: manager.managerId, since: by.now };
      await putAssignments(tx, [row]);
      await addAssignmentChanges(tx, [changeOf(by)(row)]);
      return { kind: "Done", manager };
    });
  };

const assigning = (viewer: Viewer, clock: Clock, because: string) => {
  const now = clock.now();
  return { now, today: dayOf(now), by: viewer.subject, because };
};

/** Each day, who waits for somebody with room is tried again. */
export const assignDaily = (db: Database, clock: Clock) => (): Promise<void> =>
  db.transact(systemViewer("enablement"), async (tx) => {
    const now = clock.now();
    await assignManagers(tx, null, { now, today: dayOf(now), by: "enablement", because: EACH_DAY });
  });
