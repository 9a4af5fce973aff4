import type { ServiceName } from "../database/provision.js";
import { type PageRequest, readPage } from "../paging/page.js";
import { daysAsked, valuesAsked } from "../paging/read-filter.js";
import type { ReadParts } from "../subgraph/parts.js";
import { isUuid } from "../values/ids.js";
import type { AuditEntryRow, AuditSealRow } from "./audit.entity.js";
import { auditListOf, countUnsealed, listEntriesBetween, listSeals } from "./audit.store.js";
import { hashOfEntries, MAX_ENTRIES_A_SEAL } from "./seal-audit.action.js";

/** What a viewer asks of the log; null or left out asks nothing. */
export interface AuditWanted extends PageRequest {
  readonly filter?: {
    readonly partnerIds?: readonly string[] | null;
    readonly subjects?: readonly string[] | null;
    readonly objectIds?: readonly string[] | null;
    readonly actions?: readonly string[] | null;
    readonly outcomes?: readonly string[] | null;
    readonly from?: string | null;
    readonly until?: string | null;
  } | null;
}

/** Seals that are verified at once. */
const SEALS_AT_ONCE = 10;
const MOST_UNSEALED = 1_000_000;

export interface AuditFault {
  readonly seal: number;
  readonly expected: string;
  readonly found: string;
}

/** The audit log of one service; resolvers ask for it with their permission. */
export function auditReads({ reader, viewer, cursors }: ReadParts, service: ServiceName) {
  const list = auditListOf(service);
  return {
    auditLog: ({ filter, ...request }: AuditWanted) => {
      const asked = filter ?? {};
      return readPage(cursors, viewer, {
        list: `audit log of ${service}:${JSON.stringify(asked)}`,
        request,
        rows: list.of(reader, {
          partnerIds: valuesAsked("partnerIds", asked.partnerIds)?.filter(isUuid) ?? null,
          subjects: valuesAsked("subjects", asked.subjects),
          objectIds: valuesAsked("objectIds", asked.objectIds),
          actions: valuesAsked("actions", asked.actions),
          outcomes: valuesAsked("outcomes", asked.outcomes),
          ...daysAsked("from", asked),
        }),
        nodeOf: auditNode,
      });
    },
    /** Compares some seals, after one, with the entries that they hold. */
    verifyAudit: async (after: number) => {
      const [before] = after === 0 ? [] : await listSeals(reader, service, { after: after - 1, limit: 1 });
      const seals = await listSeals(reader, service, { after, limit: SEALS_AT_ONCE });
      const faults: AuditFault[] = [];
      let entries = 0;
      let last: AuditSealRow | null = before ?? null;
      for (const seal of seals) {
        const held = await listEntriesBetween(reader, service, {
          after: last,
          until: seal,
          settledMs: 0,
          limit: MAX_ENTRIES_A_SEAL + 1,
        });
        entries += held.length;
        faults.push(...faultsOf(seal, last, held));
        last = seal;
      }
      const isEnd = seals.length < SEALS_AT_ONCE;
      const unsealed = isEnd ? (await countUnsealed(reader, service, { after: last, most: MOST_UNSEALED })).counted : 0;
      return { seals: seals.length, entries, unsealed, faults, next: isEnd ? null : (last?.sequence ?? null) };
    },
  };
}
export type AuditReads = ReturnType<typeof auditReads>;

const auditNode = ({ entryId, ...entry }: AuditEntryRow) => ({ id: entryId, ...entry });

function faultsOf(seal: AuditSealRow, before: AuditSealRow | null, held: readonly AuditEntryRow[]): AuditFault[] {
  const { sequence } = seal;
  const expectedSequence = (before?.sequence ?? 0) + 1;
  if (sequence !== expectedSequence)
    return [{ seal: sequence, expected: `seal ${expectedSequence}`, found: `seal ${sequence}` }];
  if (held.length !== seal.entries)
    return [{ seal: sequence, expected: `${seal.entries} entries`, found: `${held.length} entries` }];
  const hash = hashOfEntries(before?.hash ?? "", held);
  return hash === seal.hash ? [] : [{ seal: sequence, expected: seal.hash, found: hash }];
}
