import type { Transaction } from "@tiergraph/kit/database/database";
import { newId } from "@tiergraph/kit/values/ids";
import { listPartnerIds } from "../partner/index.js";
import type { ProgramVersionRow } from "../program/index.js";
import type { PartnersPublisher } from "../publisher.js";
import { type PlacementRunRow, placementRunTable } from "./placement-run.entity.js";

/** Small enough that workers share a run, large enough that a statement serves many partners. */
const PARTNERS_PER_EVENT = 250;

interface PlacementStart {
  readonly reason: PlacementRunRow["reason"];
  readonly asOf: string;
  readonly startedAt: Date;
  /** The version to judge by. */
  readonly version: Pick<ProgramVersionRow, "program" | "version">;
  /** Everyone where left out. */
  readonly partnerIds?: readonly string[];
}

/** Starts a placement run inside a transaction; it ends when the measures of its last partner have been judged. */
export async function startPlacement(
  tx: Transaction,
  publish: PartnersPublisher,
  start: PlacementStart,
): Promise<PlacementRunRow> {
  const partnerIds = start.partnerIds ?? (await listPartnerIds(tx)).map(({ partnerId }) => partnerId);
  const run: PlacementRunRow = {
    runId: newId(),
    reason: start.reason,
    asOf: start.asOf,
    startedAt: start.startedAt,
    startedBy: tx.viewer.subject,
    total: partnerIds.length,
    judged: 0,
    changed: 0,
    finishedAt: partnerIds.length === 0 ? start.startedAt : null,
  };
  tx.create(placementRunTable, run);
  for (let i = 0; i < partnerIds.length; i += PARTNERS_PER_EVENT)
    await publish(tx, "PlacementStarted", {
      runId: run.runId,
      asOf: run.asOf,
      startedAt: run.startedAt.toISOString(),
      program: start.version.program,
      programVersion: start.version.version,
      partnerIds: partnerIds.slice(i, i + PARTNERS_PER_EVENT),
    });
  return run;
}
