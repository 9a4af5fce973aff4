import { loaderOfMany } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { decodeNamedId } from "@tiergraph/kit/values/named-id";
import { addDays, knownCalendarDate } from "@tiergraph/program/exact";
import { policy, readsTrainingOf } from "../policy.js";
import type { Candidate } from "./choose-manager.js";
import { listAbsences, listAssigned, listAtRisk, listCandidates } from "./manager.store.js";
import { atRiskOf } from "./manager-node.js";

/** As far ahead as expiring certifications are a risk. */
const RISK_DAYS = 90;
const MAX_AT_RISK = 100;

/** How resolvers read who looks after partners: each kind of thing in one statement a request level. */
export function managerReads({ reader, viewer, today }: ReadParts) {
  const mayRead = readsTrainingOf(viewer);
  const text = (key: string) => key;
  let listed: Promise<Candidate[]> | undefined;
  const candidates = () => {
    listed ??= listCandidates(reader, today);
    return listed;
  };
  const assigned = loaderOfMany(
    (ids: readonly string[]) => listAssigned(reader, ids.filter(mayRead), today),
    ({ partnerId }) => partnerId,
    text,
  );
  const absences = loaderOfMany(
    (ids: readonly string[]) => listAbsences(reader, ids, today),
    ({ managerId }) => managerId,
    text,
  );
  const by = addDays(knownCalendarDate(today), RISK_DAYS);
  const risks = loaderOfMany(
    (ids: readonly string[]) => listAtRisk(reader, ids, { today, by, limit: MAX_AT_RISK }),
    ({ managerId }) => managerId,
    text,
  );
  return {
    managers: candidates,
    managerOfId: async (id: string) => {
      const [code] = policy.permits(viewer, "read managers") ? (decodeNamedId("VendorManager", id) ?? []) : [];
      return code === undefined ? null : ((await candidates()).find((one) => one.code === code) ?? null);
    },
    managerLoad: async (managerId: string) =>
      (await candidates()).find((one) => one.managerId === managerId)?.load ?? 0,
    assignedManagers: (partnerId: string) => assigned.load(partnerId),
    absences: async (managerId: string) =>
      (await absences.load(managerId)).map(({ fromOn, untilOn, standInName }) => ({
        from: fromOn,
        until: untilOn,
        standIn: standInName,
      })),
    atRisk: async (managerId: string) => (await risks.load(managerId)).map(atRiskOf),
  };
}
export type ManagerReads = ReturnType<typeof managerReads>;
