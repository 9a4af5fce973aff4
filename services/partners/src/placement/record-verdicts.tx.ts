import type { Transaction } from "@tiergraph/kit/database/database";
import { dayOf } from "@tiergraph/kit/process/clock";
import { groupBy } from "@tiergraph/kit/values/group-by";
import { newId } from "@tiergraph/kit/values/ids";
import type { Program } from "@tiergraph/program/document/program";
import type { MeasureValue } from "@tiergraph/program/measure";
import { inputOf, type MeasureInput } from "@tiergraph/program/place";
import type { EventBodies } from "@tiergraph/schema/events";
import { addTierChanged } from "../live-event/index.js";
import { findOverridesOn, rulingsOf } from "../override/index.js";
import { lockPartners } from "../partner/index.js";
import type { PartnersPublisher } from "../publisher.js";
import { findLatestReviews, reviewValues } from "../review/index.js";
import { findDecisions, findDecisionsBefore } from "./decision.store.js";
import { type Candidate, judgePartner, type Verdict } from "./judge-partners.js";
import { putOutlooks } from "./outlook.store.js";
import { outlookRows } from "./outlook-rows.js";
import { findTierStatuses, listTierPeriods, putTierStatuses, supersedeTierPeriods } from "./tier-status.store.js";
import { addDecided } from "./verdict.store.js";

/** What more decisions imply is worked out later, so that a placement of everybody takes no longer. */
const MAX_OUTLOOKS_AT_ONCE = 10;

interface PlacementBatch {
  readonly program: Program;
  readonly asOf: string;
  readonly runId: string | null;
  readonly measuredAt: Date;
  readonly decidedAt: Date;
  /** What facts came to, by name; reviews are added here, where they are kept. */
  readonly measuresOf: ReadonlyMap<string, readonly MeasureInput[]>;
}

/** Judges partners and writes what was decided, inside a transaction; publishes whose tier changed. */
export async function place(tx: Transaction, publish: PartnersPublisher, batch: PlacementBatch): Promise<Verdict[]> {
  const { measuresOf, ...judgement } = batch;
  const candidates = await candidatesIn(tx, batch);
  const verdicts = candidates.map((candidate) => judgePartner(candidate, { ...judgement, newId }));
  await writeVerdicts(tx, publish, batch, verdicts);
  return verdicts;
}

/** Locks the partners of a batch and reads what they are judged by: a fixed number of statements, however many they are. */
async function candidatesIn(tx: Transaction, { program, asOf, measuresOf }: PlacementBatch): Promise<Candidate[]> {
  const partners = await lockPartners(tx, [...measuresOf.keys()]);
  const partnerIds = partners.map(({ partnerId }) => partnerId);
  const statuses = new Map((await findTierStatuses(tx, partnerIds)).map((row) => [row.partnerId, row]));
  const latest = new Map((await findDecisions(tx, [...statuses.values()])).map((row) => [row.partnerId, row]));
  // The latest decision is the one before the day, unless the day has been judged before.
  const rejudged = partnerIds.filter((partnerId) => (latest.get(partnerId)?.asOf ?? "") >= asOf);
  const earlier = rejudged.length === 0 ? [] : await findDecisionsBefore(tx, rejudged, asOf);
  const before = new Map(earlier.map((row) => [row.partnerId, row]));
  const periods = groupBy(await listTierPeriods(tx, partnerIds), (period) => period.partnerId);
  const overrides = groupBy(await findOverridesOn(tx, partnerIds, asOf), ({ partnerId }) => partnerId);
  const reviews =
    program.reviews.length === 0 ? [] : await findLatestReviews(tx, { partnerIds, asOf, program: program.name });
  const reviewsOf = groupBy(reviews, ({ partnerId }) => partnerId);

  const isRejudged = new Set(rejudged);
  return partners.map(({ partnerId, ...partner }) => ({
    partnerId,
    ...partner,
    status: statuses.get(partnerId) ?? null,
    periods: periods.get(partnerId) ?? [],
    latest: latest.get(partnerId) ?? null,
    before: (isRejudged.has(partnerId) ? before : latest).get(partnerId) ?? null,
    measures: withReviews(measuresOf.get(partnerId) ?? [], reviewValues(program, reviewsOf.get(partnerId) ?? [], asOf)),
    ...rulingsOf(overrides.get(partnerId) ?? []),
  }));
}

function withReviews(measured: readonly MeasureInput[], reviews: readonly MeasureValue[]): readonly MeasureInput[] {
  if (reviews.length === 0) return measured;
  return [...measured, ...reviews.map(inputOf)].sort((a, b) => (a.measure < b.measure ? -1 : 1));
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
  const unchanged = standing.flatMap((verdict) => (verdict.kind === "Unchanged" ? verdict.status : []));
  if (unchanged.length > 0) await putTierStatuses(tx, unchanged);
  const superseded = decided.flatMap((verdict) => verdict.superseded);
  if (superseded.length > 0) await supersedeTierPeriods(tx, superseded, batch.decidedAt);
  if (decided.length > 0) {
    await addDecided(tx, decided, {
      runId: batch.runId,
      asOf: batch.asOf,
      decidedAt: batch.decidedAt,
      measuredAt: batch.measuredAt,
      program: batch.program.name,
      programVersion: batch.program.version,
      toldOn: dayOf(batch.decidedAt),
      isFirst: decided.every(({ decision }) => decision.sequence === 1),
    });
    const few = decided.length <= MAX_OUTLOOKS_AT_ONCE ? decided : [];
    const outlooks = few.flatMap(({ decision }) => outlookRows({ decision, program: batch.program }));
    if (outlooks.length > 0) await putOutlooks(tx, outlooks);
    if (few.length < decided.length)
      await publish(tx, "PartnersPlaced", { partnerIds: decided.map(({ partnerId }) => partnerId) });
  }

  const changes = decided.flatMap(({ partnerId, published, status }) =>
    published === null ? [] : { partnerId, sequence: status.periodSequence, periods: published.map(periodInEvent) },
  );
  if (changes.length > 0)
    await publishTiers(tx, publish, { program: batch.program.name, programVersion: batch.program.version, changes });
}

/** Publishes tiers to the other services, and to clients that follow the partners. */
export async function publishTiers(
  tx: Transaction,
  publish: PartnersPublisher,
  changed: EventBodies["TierChanged"],
): Promise<void> {
  await Promise.all([
    publish(tx, "TierChanged", changed),
    addTierChanged(
      tx,
      changed.changes.map(({ partnerId }) => partnerId),
    ),
  ]);
}

/** A tier period as events carry it. */
export const periodInEvent = ({ tier, fromOn, decisionId }: { tier: string; fromOn: string; decisionId: string }) => ({
  tier,
  from: fromOn,
  decisionId,
});
