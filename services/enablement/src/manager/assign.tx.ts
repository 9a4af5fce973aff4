import type { Transaction } from "@tiergraph/kit/database/database";
import { newId } from "@tiergraph/kit/values/ids";
import type { AssignedRole } from "@tiergraph/program/document/benefits";
import type { Program } from "@tiergraph/program/document/program";
import { listStandings, type PartnerStanding } from "../partner/index.js";
import { findProgramInForce } from "../program/index.js";
import type { AssignmentRow } from "./assignment.entity.js";
import type { AssignmentChange } from "./assignment-change.entity.js";
import { type Candidate, chooseManager, looksAfter } from "./choose-manager.js";
import {
  addAssignmentChanges,
  listAssignments,
  listCandidates,
  lockManagers,
  putAssignments,
  removeAssignments,
} from "./manager.store.js";

interface Assigning {
  readonly now: Date;
  readonly today: string;
  readonly by: string;
  readonly because: string;
}

/**
 * Assigns partners the managers that their tiers promise, and removes those that their tiers no longer promise. A
 * partner keeps a manager that still looks after such partners.
 *
 * @param partnerIds null for all partners
 */
export async function assignManagers(
  tx: Transaction,
  partnerIds: readonly string[] | null,
  assigning: Assigning,
): Promise<void> {
  const inForce = await findProgramInForce(tx);
  if (inForce === null) return;
  const promises = promisesOf(inForce.document);
  if (promises.size === 0 && (await listAssignments(tx, partnerIds)).length === 0) return;
  await lockManagers(tx);
  const held = await listAssignments(tx, partnerIds);
  const standings = await listStandings(tx, partnerIds);
  const candidates = new Map((await listCandidates(tx, assigning.today)).map((one) => [one.managerId, one]));
  const known = new Map(held.map((row) => [`${row.partnerId} ${row.role}`, row]));
  const put = standings.flatMap((standing) =>
    [...(promises.get(standing.tier ?? "") ?? [])].flatMap((role) =>
      assigned(standing, role, { known: known.get(`${standing.partnerId} ${role}`) ?? null, candidates, assigning }),
    ),
  );
  const tierOf = new Map(standings.map(({ partnerId, tier }) => [partnerId, tier]));
  const gone = held.filter(({ partnerId, role }) => !promises.get(tierOf.get(partnerId) ?? "")?.has(role));
  if (put.length > 0) await putAssignments(tx, put);
  if (gone.length > 0) await removeAssignments(tx, gone);
  const changes = [...put, ...gone.map((row) => ({ ...row, managerId: null }))].map(changeOf(assigning));
  if (changes.length > 0) await addAssignmentChanges(tx, changes);
}

/** The managers that the benefits of each tier promise. */
function promisesOf({ tiers, benefits }: Program): Map<string, Set<AssignedRole>> {
  const assigns = new Map(benefits.map(({ name, assigns: role }) => [name, role]));
  const roles = tiers.map(({ name, benefits: given }) => {
    const promised = given.flatMap(({ benefit }) => assigns.get(benefit) ?? []);
    return [name, new Set(promised)] as const;
  });
  return new Map(roles.filter(([, promised]) => promised.size > 0));
}

/** The new assignment; none where the one that is known stays. */
function assigned(
  { partnerId, tier, region }: PartnerStanding,
  role: AssignedRole,
  {
    known,
    candidates,
    assigning,
  }: { known: AssignmentRow | null; candidates: Map<string, Candidate>; assigning: Assigning },
): AssignmentRow[] {
  const promised = { role, tier: tier ?? "", region };
  const current = known?.managerId == null ? undefined : candidates.get(known.managerId);
  if (current !== undefined && looksAfter(current, promised)) return [];
  const chosen = chooseManager([...candidates.values()], promised);
  if (known !== null && (chosen?.managerId ?? null) === known.managerId) return [];
  if (current !== undefined) candidates.set(current.managerId, { ...current, load: current.load - 1 });
  if (chosen !== null) candidates.set(chosen.managerId, { ...chosen, load: chosen.load + 1 });
  return [{ partnerId, role, managerId: chosen?.managerId ?? null, since: assigning.now }];
}

export const changeOf =
  ({ now, by, because }: Omit<Assigning, "today">) =>
  ({ partnerId, role, managerId }: AssignmentRow): AssignmentChange => ({
    partnerId,
    changeId: newId(),
    role,
    managerId,
    because,
    changedAt: now,
    changedBy: by,
  });
