import type { Queryable } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { refuse } from "@tiergraph/kit/subgraph/refuse";
import { isFromFacts, isSimple, type SimpleMeasure } from "@tiergraph/program/document/measures";
import type { Program } from "@tiergraph/program/document/program";
import { type CalendarDate, knownCalendarDate } from "@tiergraph/program/exact";
import {
  type CountedFactQuery,
  countedFact,
  decodeMeasurementId,
  encodeMeasurementId,
  type MeasurementKey,
  type MeasureValue,
  recountedInWords,
} from "@tiergraph/program/measure";
import DataLoader from "dataloader";
import { adjustmentsOfPartners } from "../adjustment/index.js";
import { countRecounted, evidenceList, evidenceListKnownAt, type FactRow, factOf, factOfRow } from "../fact/index.js";
import { readsMeasuresOf } from "../policy.js";
import type { Programs } from "../program/index.js";
import { evidenceSources } from "./evidence-sources.js";
import { MAX_FACTS, measureKnownAt } from "./measure-known-at.reads.js";
import { measurePartners } from "./measure-partners.reads.js";
import { decimalOrNothing, measureCapOf, measurementNode } from "./measurement-node.js";
import type { Measuring } from "./measuring.js";
import { periodEnds, type SeriesStep } from "./period-ends.js";
import { readCappedCustomers, readHeldAtZero } from "./read-parts.reads.js";

const MAX_POINTS = 92;

interface MeasureQuery {
  /** All of the program if null. */
  readonly names?: readonly string[] | null;
  /** Today if null. */
  readonly asOf?: string | null;
  readonly knownAt?: Date | null;
}

interface Counting extends CountedFactQuery {
  readonly measure: SimpleMeasure;
}

/** Measurements, their series and their evidence. */
export function measureReads(parts: ReadParts, programs: Programs) {
  const { today, viewer } = parts;
  const measured = measurementLoader(parts, programs);
  const mayRead = readsMeasuresOf(viewer);
  /** Null where the program has no such measure, or the viewer may not read it of the partner. */
  const measurementOf = async (key: MeasurementKey) => {
    const program = mayRead(key.partnerId) ? await programs.load(key) : null;
    if (program === null) return null;
    const measure = (await programs.readableIn(program)).find(({ name }) => name === key.measure);
    if (measure === undefined || !isFromFacts(measure)) return null;
    // By what was known then there may be more facts than can be added up: known before it is promised.
    const ofKey = async () => (await measured.load({ key, days: [key.asOf] }))[0] ?? unknown("value");
    if (key.knownAt !== undefined) await ofKey();
    return measurementNode(key, { program, measure }, ofKey);
  };
  const measurementsOf = async (keys: readonly MeasurementKey[]) =>
    (await Promise.all(keys.map(measurementOf))).filter((measurement) => measurement !== null);

  return {
    ...evidenceReads(parts, programs),
    measurement: (id: string) => {
      const key = decodeMeasurementId(id);
      return key === null ? null : measurementOf(key);
    },
    measures: async (partnerId: string, { names, asOf, knownAt }: MeasureQuery) => {
      const program = await programs.inForce();
      if (program === null) return [];
      const known = (await programs.readableIn(program)).map(({ name }) => name);
      const unknown = names?.find((name) => !known.includes(name));
      if (unknown !== undefined)
        refuse("BAD_USER_INPUT", `${program.name} has no measure ${unknown}; it has ${known.join(", ")}.`);
      const day = knownCalendarDate(asOf ?? today);
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
      const values = await measured.load({ key, days });
      return days.map((on, i) => ({ on, value: decimalOrNothing(values[i]?.value ?? null) }));
    },
  };
}
export type MeasureReads = ReturnType<typeof measureReads>;

/** One measure of one partner on some days; the day of the key says nothing. */
interface MeasuredDays {
  readonly key: MeasurementKey;
  readonly days: readonly CalendarDate[];
}

/**
 * All that one request measures in one tick, in a fixed number of statements: of measures that the viewer may read. A value
 * for each day.
 */
function measurementLoader({ db, reader }: ReadParts, programs: Programs) {
  const knownThen = pastLoader(reader, programs);
  return new DataLoader<MeasuredDays, readonly MeasureValue[], string>(
    async (asked) => {
      const present = asked.filter(({ key }) => key.knownAt === undefined);
      const measurings: (Measuring & { readonly names: Set<string> })[] = [];
      /** By partner, version and day, the place of its measuring. */
      const places = new Map<string, number>();
      for (const { key, days } of present) {
        const program = (await programs.load(key)) ?? unknown(`version ${key.version} of ${key.program}`);
        for (const asOf of days) {
          const place = placeOf(key, asOf);
          const known = measurings[places.get(place) ?? -1];
          if (known !== undefined) known.names.add(key.measure);
          else
            places.set(
              place,
              measurings.push({ partnerId: key.partnerId, program, asOf, names: new Set([key.measure]) }) - 1,
            );
        }
      }
      const measured = await measurePartners({ own: reader, everyone: db.readAs(systemViewer("metrics")) }, measurings);
      const valueOn = (key: MeasurementKey, asOf: CalendarDate): MeasureValue =>
        measured[places.get(placeOf(key, asOf)) ?? -1]?.find(({ measure }) => measure === key.measure) ??
        unknown(`measure ${key.measure}`);
      return Promise.all(
        asked.map(async ({ key, days }) => {
          if (key.knownAt === undefined) return days.map((asOf) => valueOn(key, asOf));
          const then = await Promise.all(days.map((asOf) => knownThen.load({ ...key, asOf })));
          return then.map(
            (values) => values.find(({ measure }) => measure === key.measure) ?? unknown(`measure ${key.measure}`),
          );
        }),
      );
    },
    { cacheKeyFn: ({ key, days }) => `${key.measure} ${key.knownAt ?? ""} ${placeOf(key, days.join(" "))}` },
  );
}

const unknown = (what: string): never => {
  throw new Error(`There is no ${what} to measure`);
};

const placeOf = ({ partnerId, program, version }: MeasurementKey, day: string): string =>
  `${partnerId} ${day} ${version} ${program}`;

/** All measures of one partner, day and moment, however many of them are asked for. */
const pastLoader = (reader: Queryable, programs: Programs) =>
  new DataLoader<MeasurementKey, MeasureValue[], string>(
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

/** The facts behind measurements, and what a cap for each customer and zero hold back of them. */
function evidenceReads({ viewer, reader, cursors }: ReadParts, programs: Programs) {
  const evidenceOf = async (program: Program, key: MeasurementKey) => {
    const knownAt = key.knownAt === undefined ? null : new Date(key.knownAt);
    const [adjustments = []] = await adjustmentsOfPartners(reader, [{ partnerId: key.partnerId, program }], knownAt);
    return evidenceSources(program, key, adjustments);
  };
  const counting = countingLoader(reader, programs);
  return {
    measureCap: async (key: MeasurementKey) => {
      const capped = (await counting.load(key))?.capped ?? null;
      return capped && measureCapOf(capped);
    },
    recounted: async (key: MeasurementKey) => {
      const program = key.knownAt === undefined ? await programs.load(key) : null;
      if (program?.closing == null) return null;
      const countings = (await evidenceOf(program, key)).filter(({ late }) => late === "recount");
      if (countings.length === 0) return null;
      const late = await countRecounted(reader, { partnerId: key.partnerId, countings });
      return late === null ? null : recountedInWords(late, program.language);
    },
    evidence: async (key: MeasurementKey, request: PageRequest) => {
      const program = await programs.load(key);
      const countings = program === null ? [] : await evidenceOf(program, key);
      const query = { partnerId: key.partnerId, countings };
      const countOf = async (row: FactRow) => {
        const known = await counting.load(key);
        return known && countedFact(known.measure, factOf(row), known);
      };
      return readPage(cursors, viewer, {
        list: `evidence:${encodeMeasurementId(key)}`,
        request,
        rows:
          key.knownAt === undefined
            ? evidenceList.of(reader, query)
            : evidenceListKnownAt.of(reader, { ...query, at: new Date(key.knownAt) }),
        nodeOf: factOfRow,
        edgeOf: (row) => ({ count: () => countOf(row) }),
      });
    },
  };
}

/** A measure of facts as it stands now, with what its cap and zero hold back; null for any other. */
const countingLoader = (reader: Queryable, programs: Programs) =>
  new DataLoader<MeasurementKey, Counting | null, string>(
    (keys) =>
      Promise.all(
        keys.map(async (key) => {
          const program = key.knownAt === undefined ? await programs.load(key) : null;
          const measure = program?.measures.find(({ name }) => name === key.measure);
          if (program === null || measure === undefined || !isSimple(measure)) return null;
          const { partnerId, asOf } = key;
          const [adjustments = []] = await adjustmentsOfPartners(reader, [{ partnerId, program }]);
          const asked = { partnerId, program, measure, asOf, adjustments };
          const [capped, heldAtZero] = await Promise.all([
            readCappedCustomers(reader, asked),
            readHeldAtZero(reader, asked),
          ]);
          return { program, measure, asOf, adjustments, capped, heldAtZero };
        }),
      ),
    { cacheKeyFn: encodeMeasurementId },
  );
