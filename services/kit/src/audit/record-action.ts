import type { Database, Queryable } from "../database/database.js";
import { DatabaseUnavailable } from "../database/database-unavailable.js";
import type { ServiceName } from "../database/provision.js";
import type { Viewer } from "../identity/viewer.js";
import type { Logger } from "../process/log.js";
import type { RequestIdentity } from "../subgraph/service.js";
import { decodeOwnedId, isUuid, newId } from "../values/ids.js";
import { isRefusalKind } from "../values/refusal-table.js";
import type { AuditEntryRow } from "./audit.entity.js";
import { addAuditEntry } from "./audit.store.js";
import { auditInput } from "./audit-input.js";

type Asked = Omit<AuditEntryRow, "recordedAt" | "outcome" | "code">;
type Ended = Pick<AuditEntryRow, "outcome" | "code">;

/** What an action is asked, until its entry is written. */
interface Draft {
  readonly service: ServiceName;
  readonly asked: Asked;
  isWritten: boolean;
}
/** By the viewer that one call of an action is given: all that is written as this viewer is written in that call. */
const drafts = new WeakMap<Viewer, Draft>();

/** Runs an action for a request, and leaves an entry of what was asked and how it ended. */
export type RecordAction = <Answer>(
  identity: RequestIdentity,
  asked: { readonly action: string; readonly input: unknown },
  act: (viewer: Viewer) => Promise<Answer>,
) => Promise<Answer>;

/**
 * Records the actions of one service. The entry of what was done is written in the transaction that did it: both stand, or
 * neither. What was refused before any transaction, or failed, has an entry of its own afterwards.
 */
export function recordActions(db: Pick<Database, "transact">, service: ServiceName, log: Logger): RecordAction {
  const writeAfterwards = async (viewer: Viewer, draft: Draft, ended: Ended): Promise<void> => {
    try {
      await db.transact({ ...viewer }, (tx) => addAuditEntry(tx, service, { ...draft.asked, ...ended }));
    } catch (error) {
      // Nothing was changed: an answer that says why is worth more than one that says that it was not recorded.
      log.error({ err: error, action: draft.asked.action, ...ended }, "an entry of the audit log is missing");
    }
  };
  return async (identity, { action, input }, act) => {
    const { viewer } = identity;
    // The gateway at work for itself: clients asked for it before, and that is recorded.
    if (viewer.role === "GATEWAY" || viewer.role === "SYSTEM") return act(viewer);
    const asked = askedOf(identity, identity.mutation ?? action, input);
    const draft: Draft = { service, asked, isWritten: false };
    const acting = { ...viewer };
    drafts.set(acting, draft);
    let answer: Awaited<ReturnType<typeof act>>;
    try {
      answer = await act(acting);
    } catch (error) {
      if (!draft.isWritten && !(error instanceof DatabaseUnavailable))
        await writeAfterwards(viewer, draft, { outcome: "FAILED", code: codeOf(error) });
      throw error;
    }
    if (!draft.isWritten) await writeAfterwards(viewer, draft, endedBy(answer));
    return answer;
  };
}

/** What is asked of a transaction: its entry, where it belongs to an action that has none yet. */
export function withEntry<Answer, Tx extends Queryable>(
  viewer: Viewer,
  act: (tx: Tx) => Promise<Answer>,
): { readonly act: (tx: Tx) => Promise<Answer>; readonly committed: () => void } {
  const draft = drafts.get(viewer);
  if (draft === undefined || draft.isWritten) return { act, committed: () => undefined };
  return {
    act: async (tx) => {
      const answer = await act(tx);
      await addAuditEntry(tx, draft.service, { ...draft.asked, ...endedBy(answer) });
      return answer;
    },
    committed: () => {
      draft.isWritten = true;
    },
  };
}

function codeOf(error: unknown): string | null {
  const { code, extensions } = error as { code?: unknown; extensions?: { code?: unknown } };
  const found = extensions?.code ?? code;
  return typeof found === "string" ? found : null;
}

function endedBy(answer: unknown): Ended {
  const kind = typeof answer === "object" && answer !== null ? (answer as { kind?: unknown }).kind : undefined;
  return typeof kind === "string" && (kind === "Forbidden" || isRefusalKind(kind))
    ? { outcome: "REFUSED", code: kind }
    : { outcome: "DONE", code: null };
}

function askedOf({ viewer, requestId, address }: RequestIdentity, action: string, input: unknown): Asked {
  const given: Readonly<Record<string, unknown>> =
    typeof input === "object" && input !== null && !Array.isArray(input) ? { ...input } : {};
  const objectId = Object.entries(given).find(
    ([name, value]) => typeof value === "string" && name !== "partnerId" && (name === "id" || name.endsWith("Id")),
  )?.[1] as string | undefined; // A text, as was just seen.
  const { partnerId } = given;
  const owner = typeof partnerId === "string" ? partnerId : decodeOwnedId(objectId ?? "")?.partnerId;
  return {
    entryId: newId(),
    requestId,
    role: viewer.role,
    subject: viewer.subject,
    address: address ?? null,
    action,
    partnerId: owner !== undefined && isUuid(owner) ? owner : null,
    objectId: objectId?.slice(0, 200) ?? null,
    input: auditInput(input),
  };
}
