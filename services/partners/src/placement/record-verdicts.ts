import type { Transaction } from "@tiergraph/kit/database/database";
import { groupBy } from "@tiergraph/kit/values/group-by";
import { newId } from "@tiergraph/kit/values/ids";
import type { Program } from "@tiergraph/program/document/program";
import type { MeasureValue } from "@tiergraph/program/measure/measure-facts";
import type { PartnersPublisher } from "../publisher.js";
import {
  addTierPeriods,
  findTierStatuses,
  listTierPeriods,
  lockPartners,
  putTierStatuses,
  supersedeTierPeriods,
} from "../tier-status/tier-status.store.js";
import { addDecisions, findDecisions } from "./decision.store.js";
import { judgePartner, type Verdict } from "./judge-partners.js";

export interface PlacementBatch {
  readonly program: Program;
  readonly asOf: string;
  readonly runId: string | null;
  readonly measuredAt: Date;
  readonly decidedAt: Date;
  readonly measuresOf: ReadonlyMap<string, readonly MeasureValue[]>;
}

/** Judges partners and writes what was decided, inside a transaction; tells the others whose tier periods changed. */
export async function placeIn(tx: Transaction, publish: PartnersPublisher, batch: PlacementBatch): Promise<Verdict[]> {
  const { measuresOf, ...judgement } = batch;
  const partners = await lockPartners(tx, [...measuresOf.keys()]);
  const partnerIds = partners.map(({ partnerId }) => partnerId);
  const statuses = new Map((await findTierStatuses(tx, partnerIds)).map((row) => [row.partnerId, row]));
  const bodies = new Map((await findDecisions(tx, [...statuses.values()])).map((row) => [row.partnerId, row.body]));
  const periods = groupBy(await listTierPeriods(tx, partnerIds), (period) => period.partnerId);

  const verdicts = partners.map(({ partnerId, tracks }) =>
    judgePartner(
      {
        partnerId,
        tracks,
        status: statuses.get(partnerId) ?? null,
        periods: periods.get(partnerId) ?? [],
        lastBody: bodies.get(partnerId) ?? null,
        measures: measuresOf.get(partnerId) ?? [],
      },
      { ...judgement, newId },
    ),
  );
  await writeVerdicts(tx, publish, batch, verdicts);
  return verdicts;
}

async function writeVerdicts(
  tx: Transaction,
  publish: PartnersPublisher,
  batch: PlacementBatch,
  verdicts: Verdict[],
): Promise<void> {
  const standing = verdicts.filter((verdict) => verdict.kind !== "Outdated");
  if (standing.length === 0) return;
  const decided = standing.filter((verdict) => verdict.kind === "Decided");
  const partnerIds = decided.map(({ partnerId }) => partnerId);
  await addDecisions(
    tx,
    decided.map(({ decision }) => decision),
  );
  await putTierStatuses(
    tx,
    standing.map(({ status }) => status),
  );
  await supersedeTierPeriods(tx, partnerIds, batch.asOf, batch.decidedAt);
  await addTierPeriods(
    tx,
    decided.flatMap(({ opened }) => opened ?? []),
  );
  const changes = decided.flatMap(({ partnerId, periods, status }) =>
    periods === null
      ? []
      : {
          partnerId,
          sequence: status.periodSequence,
          periods: periods.map(({ tier, fromOn, decisionId }) => ({ tier, from: fromOn, decisionId })),
        },
  );
  if (changes.length > 0)
    await publish(tx, "TierChanged", {
      program: batch.program.name,
      programVersion: batch.program.version,
      changes,
    });
}
