import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { readQueue } from "@tiergraph/kit/jobs/retry-jobs.action";
import type { Cursors } from "@tiergraph/kit/paging/cursor";
import { readPage } from "@tiergraph/kit/paging/page";
import type { Clock } from "@tiergraph/kit/process/clock";
import { dayOf } from "@tiergraph/kit/process/clock";
import { loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import { refuse } from "@tiergraph/kit/subgraph/refuse";
import { decodeOwnedId, isUuid } from "@tiergraph/kit/values/ids";
import type { Program } from "@tiergraph/program/document/program";
import { publishedProgram } from "@tiergraph/program/document/published-program";
import { knownCalendarDate } from "@tiergraph/program/exact/calendar-date";
import {
  decodeMeasurementId,
  encodeMeasurementId,
  type MeasurementKey,
} from "@tiergraph/program/measure/measurement-id";
import { DealState, dealOf } from "./deal/deal.graphql.js";
import { factOfRow } from "./fact/fact.graphql.js";
import { type FactRow, findFacts, listDeals, listEvidence } from "./fact/fact.store.js";
import { evidenceSources } from "./measure/evidence-sources.js";
import { measurePartners } from "./measure/measure-partners.js";
import { type DealsArgs, type Measurement, type MeasuresArgs, measurementOf } from "./measure/measurement.graphql.js";
import { monthEnds } from "./measure/month-ends.js";
import { policy } from "./policy.js";
import { findProgramInForce, findProgramVersions } from "./program/program.store.js";

const MAX_HISTORY_MONTHS = 36;

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

  /** All that one request measures in one tick, in two statements. */
  const measured = loaderOfOne(
    async (keys: readonly MeasurementKey[]) => {
      const measurable = await Promise.all(
        keys.map(async (key) => {
          const program = mayRead(key.partnerId) ? await programs.load(key) : null;
          return program === null ? [] : [{ key, measuring: { partnerId: key.partnerId, program, asOf: key.asOf } }];
        }),
      ).then((found) => found.flat());
      const values = await measurePartners(
        reader,
        measurable.map(({ measuring }) => measuring),
      );
      return measurable.flatMap(({ key, measuring: { program } }, i): Measurement[] => {
        const measure = program.measures.find(({ name }) => name === key.measure);
        const value = values[i]?.find((candidate) => candidate.measure === key.measure);
        return measure === undefined || value === undefined ? [] : [measurementOf(key, measure, value)];
      });
    },
    ({ id }) => id,
    encodeMeasurementId,
  );
  const measurementsOf = async (keys: readonly MeasurementKey[]): Promise<Measurement[]> =>
    (await Promise.all(keys.map((key) => measured.load(key)))).filter((measurement) => measurement !== null);

  return {
    partner: (id: string) => (mayRead(id) ? { id } : null),
    measurement: (id: string) => {
      const key = decodeMeasurementId(id);
      return key === null ? null : measured.load(key);
    },
    measures: async (partnerId: string, { names, asOf }: MeasuresArgs): Promise<Measurement[]> => {
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
        })),
      );
    },
    history: async (key: MeasurementKey, months: number) => {
      if (months < 1 || months > MAX_HISTORY_MONTHS)
        refuse("BAD_USER_INPUT", `\`months\` must be 1 to ${MAX_HISTORY_MONTHS}.`);
      const points = await measurementsOf(monthEnds(key.asOf, months).map((asOf) => ({ ...key, asOf })));
      return points.map(({ asOf, value }) => ({ on: asOf, value }));
    },
    evidence: async (key: MeasurementKey, request: { first: number; after: string | null }) => {
      const program = await programs.load(key);
      const sources = program === null ? [] : evidenceSources(program, key);
      return readPage(cursors, viewer, {
        list: `evidence:${encodeMeasurementId(key)}`,
        request,
        read: (position, limit) =>
          listEvidence(reader, {
            partnerId: key.partnerId,
            sources,
            asOf: key.asOf,
            after: position as [string, string] | null, // Sealed by `positionOf` below.
            limit,
          }),
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
        return facts.filter(({ family }) => family === "deal").map(dealOf);
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
    jobs: () => readQueue(db, "metrics")(viewer),
  };
}
export type Loaders = ReturnType<typeof createLoaders>;
