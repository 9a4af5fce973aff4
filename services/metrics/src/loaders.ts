import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer, type Viewer } from "@tiergraph/kit/identity/viewer";
import { readQueue } from "@tiergraph/kit/jobs/retry-jobs.action";
import type { Cursors } from "@tiergraph/kit/paging/cursor";
import { readPage } from "@tiergraph/kit/paging/page";
import type { Clock } from "@tiergraph/kit/process/clock";
import { dayOf } from "@tiergraph/kit/process/clock";
import { loaderOfMany, loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import { refuse } from "@tiergraph/kit/subgraph/refuse";
import { partition } from "@tiergraph/kit/values/group-by";
import { decodeOwnedId, isUuid } from "@tiergraph/kit/values/ids";
import type { Program } from "@tiergraph/program/document/program";
import { publishedProgram } from "@tiergraph/program/document/published-program";
import { addMonths, knownCalendarDate } from "@tiergraph/program/exact/calendar-date";
import type { MeasureValue } from "@tiergraph/program/measure/measure-facts";
import {
  decodeMeasurementId,
  encodeMeasurementId,
  type MeasurementKey,
} from "@tiergraph/program/measure/measurement-id";
import { encodeHypothesis } from "@tiergraph/program/place/hypothesis-id";
import DataLoader from "dataloader";
import { adjustmentOf } from "./adjustment/adjustment.graphql.js";
import { listAdjustments } from "./adjustment/adjustment.store.js";
import { adjustmentsOfPartners } from "./adjustment/adjustments-of-partners.js";
import { findOwnedCustomers } from "./customer/owned-customer.store.js";
import { DealState, dealOf } from "./deal/deal.graphql.js";
import { type DuplicatesArgs, duplicateOf } from "./duplicate/duplicate.graphql.js";
import { type DuplicateRow, listDuplicates } from "./duplicate/duplicate.store.js";
import type { ExportLoaders } from "./export/export-loaders.js";
import { listEvidence } from "./fact/counted-fact.store.js";
import { factOfRow } from "./fact/fact.graphql.js";
import { type FactIdKey, type FactRow, findFacts, listDeals } from "./fact/fact.store.js";
import { listEvidenceKnownAt } from "./fact/known-fact.store.js";
import { type Hypothesis, hypothesisOf, type WhatIfArgs } from "./hypothesis/hypothesis.graphql.js";
import { hypotheticalFacts } from "./hypothesis/hypothetical-facts.js";
import { suppose } from "./hypothesis/suppose.js";
import type { IndicatorsArgs, PeriodArgs } from "./indicator/indicator.graphql.js";
import { loadIndicators, loadPartnerIndicators, loadTierProgression } from "./indicator/indicator-loaders.js";
import { evidenceSources } from "./measure/evidence-sources.js";
import { MAX_FACTS, measureKnownAt } from "./measure/measure-known-at.js";
import { measurePartners } from "./measure/measure-partners.js";
import { type DealsArgs, type Measurement, type MeasuresArgs, measurementOf } from "./measure/measurement.graphql.js";
import { periodEnds, type SeriesStep } from "./measure/period-ends.js";
import { policy } from "./policy.js";
import { findProgramInForce, findProgramVersions } from "./program/program.store.js";
import { type ExchangeRatesArgs, rateOf } from "./rate/rate.graphql.js";
import { listRates, type RateRow } from "./rate/rate.store.js";
import { reconciliationOf } from "./reconcile/reconcile.graphql.js";
import { MAX_RECONCILED, reconcileRollups } from "./reconcile/reconcile-rollups.js";

const MAX_POINTS = 92;
const MAX_ADJUSTMENTS = 500;
const MAX_SUPPOSED = 100;
const MAX_MONTHS_AHEAD = 12;
/** Of what counts, or did. */
const DECIDED_STATES = ["APPROVED", "ENDED"] as const;
const ALL_STATES = [...DECIDED_STATES, "PROPOSED", "REJECTED"] as const;

interface ProgramKey {
  readonly program: string;
  readonly version: string;
}
/** Two programs may use the same word for a version. */
const versionText = ({ program, version }: ProgramKey): string => JSON.stringify([program, version]);

/** How the resolvers of one request read: as its viewer, each kind of thing in one statement a request level. */
export function createLoaders(db: Database, viewer: Viewer, cursors: Cursors, clock: Clock) {
  const reader = db.readAs(viewer);
  const mayRead = (partnerId: string) => isUuid(partnerId) && policy.permitsFor(viewer, "read measures", partnerId);

  let inForce: Promise<Program | null> | undefined;
  const programInForce = (): Promise<Program | null> => {
    inForce ??= findProgramInForce(reader).then(([row]) => (row === undefined ? null : publishedProgram(row.source)));
    return inForce;
  };
  const programs = loaderOfOne(
    async (keys: readonly ProgramKey[]) => {
      const rows = await findProgramVersions(
        reader,
        keys.map(({ version }) => version),
      );
      return rows.map(({ source }) => publishedProgram(source));
    },
    ({ name, version }) => versionText({ program: name, version }),
    versionText,
  );

  const factByKey = loaderOfOne(
    (keys: readonly FactIdKey[]) => findFacts(reader, keys),
    ({ partnerId, factId }) => `${partnerId} ${factId}`,
    ({ partnerId, factId }) => `${partnerId} ${factId}`,
  );
  const owned = loaderOfMany(
    (partnerIds: readonly string[]) => findOwnedCustomers(reader, partnerIds),
    ({ partnerId }) => partnerId,
    (partnerId) => partnerId,
  );

  /** All measures of one partner, day and moment, however many of them are asked for. */
  const knownThen = new DataLoader<MeasurementKey, MeasureValue[], string>(
    (keys) =>
      Promise.all(
        keys.map(async (key) => {
          const program = await programs.load(key);
          if (program === null || key.knownAt === undefined) throw new Error("A measurement of the past lost its key");
          const { partnerId, asOf } = key;
          const values = await measureKnownAt(reader, { partnerId, program, asOf, knownAt: new Date(key.knownAt) });
          return (
            values ??
            refuse("BAD_USER_INPUT", `The partner has more than ${MAX_FACTS} facts: too many for \`knownAt\`.`)
          );
        }),
      ),
    { cacheKeyFn: ({ measure: _, ...key }) => JSON.stringify(key) },
  );

  /** All that one request measures in one tick, in a fixed number of statements. */
  const measured = loaderOfOne(
    async (keys: readonly MeasurementKey[]) => {
      const measurable = await Promise.all(
        keys.map(async (key) => {
          const program = mayRead(key.partnerId) ? await programs.load(key) : null;
          return program === null ? [] : [{ key, measuring: { partnerId: key.partnerId, program, asOf: key.asOf } }];
        }),
      ).then((found) => found.flat());
      const [past, present] = partition(measurable, ({ key }) => key.knownAt !== undefined);
      const values = await measurePartners(
        { own: reader, everyone: db.readAs(systemViewer("metrics")) },
        present.map(({ measuring }) => measuring),
      );
      const known = await Promise.all(past.map(({ key }) => knownThen.load(key)));
      const answered = [...present, ...past].map((asked, i) => ({ ...asked, value: [...values, ...known][i] ?? [] }));
      return answered.flatMap(({ key, measuring: { program }, value: all }): Measurement[] => {
        const measure = program.measures.find(({ name }) => name === key.measure);
        const value = all.find((candidate) => candidate.measure === key.measure);
        return measure === undefined || value === undefined ? [] : [measurementOf(key, measure, value)];
      });
    },
    ({ id }) => id,
    encodeMeasurementId,
  );
  const evidenceOf = async (program: Program, key: MeasurementKey) => {
    const knownAt = key.knownAt === undefined ? null : new Date(key.knownAt);
    const [adjustments = []] = await adjustmentsOfPartners(reader, [{ partnerId: key.partnerId, program }], knownAt);
    return evidenceSources(program, key, adjustments);
  };
  const measurementsOf = async (keys: readonly MeasurementKey[]): Promise<Measurement[]> =>
    (await Promise.all(keys.map((key) => measured.load(key)))).filter((measurement) => measurement !== null);

  return {
    partner: (id: string) => (mayRead(id) ? { id } : null),
    measurement: (id: string) => {
      const key = decodeMeasurementId(id);
      return key === null ? null : measured.load(key);
    },
    measures: async (partnerId: string, { names, asOf, knownAt }: MeasuresArgs): Promise<Measurement[]> => {
      const program = await programInForce();
      if (program === null) return [];
      const known = program.measures.map(({ name }) => name);
      const unknown = names?.find((name) => !known.includes(name));
      if (unknown !== undefined)
        refuse("BAD_USER_INPUT", `${program.name} has no measure ${unknown}; it has ${known.join(", ")}.`);
      const day = knownCalendarDate(asOf ?? dayOf(clock.now()));
      return measurementsOf(
        (names ?? known).map((measure) => ({
          partnerId,
          measure,
          asOf: day,
          program: program.name,
          version: program.version,
          ...(knownAt == null ? {} : { knownAt: knownAt.toISOString() }),
        })),
      );
    },
    series: async (key: MeasurementKey, { step, points }: { step: SeriesStep; points: number }) => {
      if (points < 1 || points > MAX_POINTS) refuse("BAD_USER_INPUT", `A series has 1 to ${MAX_POINTS} points.`);
      const program = await programs.load(key);
      const { fiscalYearStartsIn } = program?.calendar ?? { fiscalYearStartsIn: 1 };
      const days = periodEnds(key.asOf, { step, count: points, fiscalYearStartsIn });
      const measurements = await measurementsOf(days.map((asOf) => ({ ...key, asOf })));
      return measurements.map(({ asOf, value }) => ({ on: asOf, value }));
    },
    evidence: async (key: MeasurementKey, request: { first: number; after: string | null }) => {
      const program = await programs.load(key);
      const countings = program === null ? [] : await evidenceOf(program, key);
      return readPage(cursors, viewer, {
        list: `evidence:${encodeMeasurementId(key)}`,
        request,
        read: (position, limit) => {
          // Sealed by `positionOf` below.
          const query = { partnerId: key.partnerId, countings, after: position as [string, string] | null, limit };
          return key.knownAt === undefined
            ? listEvidence(reader, query)
            : listEvidenceKnownAt(reader, { ...query, at: new Date(key.knownAt) });
        },
        positionOf: (row: FactRow) => [row.occurredOn, row.factId],
        nodeOf: factOfRow,
      });
    },
    deal: loaderOfOne(
      async (ids: readonly string[]) => {
        const keys = ids.flatMap((id) => decodeOwnedId(id) ?? []).filter(({ partnerId }) => mayRead(partnerId));
        const facts = await findFacts(
          reader,
          keys.map(({ partnerId, id }) => ({ partnerId, factId: id })),
        );
        return facts.filter(({ family, isVoid }) => family === "deal" && !isVoid).map(dealOf);
      },
      ({ id }) => id,
      (id) => id,
    ),
    deals: (partnerId: string, { first, after, states }: DealsArgs) => {
      const kinds = [...(states ?? Object.values(DealState))].sort();
      return readPage(cursors, viewer, {
        list: `deals:${partnerId}:${kinds}`,
        request: { first, after },
        read: (position, limit) =>
          listDeals(reader, { partnerId, kinds, after: position as [string, string] | null, limit }), // Sealed by `positionOf` below.
        positionOf: (row: FactRow) => [row.occurredOn, row.factId],
        nodeOf: dealOf,
      });
    },
    adjustments: async (named: string | null) => {
      const program = named ?? (await programInForce())?.name;
      if (program === undefined) return [];
      const withNames = policy.permits(viewer, "read proposed adjustments");
      const states = withNames ? ALL_STATES : DECIDED_STATES;
      const rows = await listAdjustments(reader, { program, states, limit: MAX_ADJUSTMENTS });
      return rows.map((row) => adjustmentOf(row, { withNames }));
    },
    whatIf: async (partnerId: string, { deals, certifications, on }: WhatIfArgs): Promise<Hypothesis | null> => {
      const program = mayRead(partnerId) ? await programInForce() : null;
      if (program === null) return null;
      const today = knownCalendarDate(dayOf(clock.now()));
      const day = knownCalendarDate(on ?? today);
      if (day < today || day > addMonths(today, MAX_MONTHS_AHEAD))
        refuse("BAD_USER_INPUT", "`on` is a day from today to a year on.");
      if ((deals?.length ?? 0) > MAX_SUPPOSED || (certifications?.length ?? 0) > MAX_SUPPOSED)
        refuse("BAD_USER_INPUT", `At most ${MAX_SUPPOSED} deals and as many certifications can be supposed.`);
      const { currency } = program;
      const supposition = { on: day, currency, deals: deals ?? [], certifications: certifications ?? [] };
      const supposed =
        hypotheticalFacts(supposition) ?? refuse("BAD_USER_INPUT", `An amount is no amount in ${program.currency}.`);
      const readers = { own: reader, everyone: db.readAs(systemViewer("metrics")) };
      const outcome = await suppose(readers, { partnerId, program, on: day, supposed });
      if (outcome.kind === "TooManyFacts")
        return refuse("BAD_USER_INPUT", `The partner has more than ${MAX_FACTS} facts: too many to suppose more.`);
      const { name, version } = program;
      const id = encodeHypothesis({ partnerId, program: name, version, on: day, values: outcome.after });
      return hypothesisOf({ id, on: day, program }, outcome);
    },
    ownedCustomers: async (partnerId: string): Promise<string[]> =>
      (await owned.load(partnerId)).map(({ customer }) => customer),
    duplicates: ({ first, after, state }: DuplicatesArgs) =>
      readPage(cursors, viewer, {
        list: `duplicates:${state}`,
        request: { first, after },
        read: (position, limit) => listDuplicates(reader, { state, after: position as [string, string] | null, limit }), // Sealed below.
        positionOf: (row: DuplicateRow) => [row.foundAt.toISOString(), row.duplicateId],
        nodeOf: duplicateOf,
      }),
    duplicateFact: async (key: FactIdKey) => {
      const row = await factByKey.load(key);
      return { partner: { id: key.partnerId }, fact: row === null ? null : factOfRow(row) };
    },
    exchangeRates: ({ first, after, from, to }: ExchangeRatesArgs) =>
      readPage(cursors, viewer, {
        list: `rates:${JSON.stringify([from, to])}`,
        request: { first, after },
        read: (position, limit) =>
          listRates(reader, { from, to, after: position as [string, string, string] | null, limit }), // Sealed below.
        positionOf: (row: RateRow) => [row.onDay, row.from, row.to],
        nodeOf: rateOf,
      }),
    indicators: async (args: IndicatorsArgs, partnerIds: readonly string[] | null = null) => {
      const program = await programInForce();
      const seesSmallGroups = policy.permits(viewer, "read small groups");
      return program === null ? [] : loadIndicators(reader, args, { program, seesSmallGroups, partnerIds });
    },
    tierProgression: async (days: PeriodArgs) => {
      const program = await programInForce();
      const seesSmallGroups = policy.permits(viewer, "read small groups");
      return program === null ? [] : loadTierProgression(reader, days, { program, seesSmallGroups });
    },
    partnerIndicators: async (partnerId: string, days: PeriodArgs) => {
      const program = await programInForce();
      return program === null ? null : loadPartnerIndicators(reader, partnerId, { days, program });
    },
    reconciled: async ({ first, after }: { first: number; after: string | null }) => {
      if (first < 1 || first > MAX_RECONCILED) refuse("BAD_USER_INPUT", `\`first\` must be 1 to ${MAX_RECONCILED}.`);
      if (after !== null && !isUuid(after)) refuse("BAD_USER_INPUT", "`after` is the `next` of the stretch before.");
      return reconciliationOf(await reconcileRollups(reader, { first, after }));
    },
    jobs: () => readQueue(db, "metrics")(viewer),
  };
}
export type Loaders = ReturnType<typeof createLoaders> & ExportLoaders;
