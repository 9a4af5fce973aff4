import { both, type Shape } from "@tiergraph/kit/database/shape";
import { partOf, rowOf, select } from "@tiergraph/kit/database/table";
import { by, type Listing, listing, type OrderedBy } from "@tiergraph/kit/paging/listing";
import { z } from "zod";
import { isInCohort } from "../cohort/index.js";
import { PARTNER, type PartnerRow, partnerTable } from "../partner/index.js";
import { OUTLOOK_FORMAT } from "../placement/index.js";

/** Which partners; each null asks nothing. */
export interface PartnerListQuery {
  readonly codes: readonly string[] | null;
  readonly tiers: readonly string[] | null;
  readonly regions: readonly string[] | null;
  readonly countries: readonly string[] | null;
  readonly tracks: readonly string[] | null;
  readonly joinedFrom: string | null;
  readonly joinedUntil: string | null;
  readonly isAtRisk: boolean | null;
  /** Beginnings of words that the partner's name and code must have, the longest first. */
  readonly words: readonly string[] | null;
  /** Of a cohort that there is not, nobody. */
  readonly cohort: string | null;
  /** Whether the viewer reads what the program keeps from partners. */
  readonly isWhole: boolean;
  /** Names of the tiers in force, the lowest first. */
  readonly ladder: readonly string[];
}

/** Comes after every word that begins with what it is appended to, byte by byte. */
const LAST = "\u{10ffff}";
const OUTLOOK_IN_FORCE = `outlook.partner_id = status.partner_id and outlook.decision_id = status.decision_id
  and outlook.format = ${OUTLOOK_FORMAT}`;
/** A column of an outlook as the viewer reads it. */
const seen = (whole: string, shown: string) =>
  `case when $13::boolean or outlook.partner_body is null then outlook.${whole} else outlook.${shown} end`;
const PROGRESS = `coalesce(${seen("progress", "partner_progress")},
  ((${seen("body", "partner_body")})::json -> 'next' ->> 'fraction')::numeric, -1)`;
/** The same in both views. An outlook that the version before wrote says it in its text alone. */
const AT_RISK = `select outlook.partner_id from partners.tier_status as status join partners.outlook on ${OUTLOOK_IN_FORCE}
  where outlook.is_at_risk is not false and (outlook.is_at_risk or (outlook.body::json ->> 'isAtRisk')::boolean)`;

/** Each is switched on by the last of the values together with the others: see `where`. */
const WITHOUT_INDEX = [
  `(($1::text[]) is null or exists (
    select from partners.tier_status as held where held.partner_id = partner.partner_id and held.tier = any ($1)))`,
  "(($2::text[]) is null or partner.region = any ($2))",
  "(($3::text[]) is null or partner.tracks && $3)",
  "(($6::text[]) is null or partner.country = any ($6))",
  "(($7::date) is null or partner.joined_on >= $7)",
  "(($8::date) is null or partner.joined_on < $8)",
  `(($10::text[]) is null or not exists (select from unnest($10) as sought (word) where not exists (
    select from partners.partner_word as known where known.partner_id = partner.partner_id
      and known.word ~>=~ sought.word and known.word ~<~ (sought.word || '${LAST}'))))`,
  `(($12::boolean) is null or partner.partner_id not in (${AT_RISK}))`,
];

/*
 * A condition that begins with `($n::type is null or` has a text of its own for each way round (see `statementVariant`): one
 * for each by which an index finds partners, and one for all others, so that few texts are prepared and a list without
 * filters is planned without them.
 */
const where = [
  "($4::text[] is null or partner.code = any ($4))",
  isInCohort("$5"),
  // An index finds partners by one word; the others are sought among those.
  `($9::text is null or partner.partner_id in (select known.partner_id from partners.partner_word as known
    where known.word ~>=~ $9 and known.word ~<~ ($9 || '${LAST}')))`,
  `($11::boolean is null or partner.partner_id in (${AT_RISK}))`,
  `($14::boolean is null or (${WITHOUT_INDEX.join(" and ")}))`,
  "num_nulls($13::boolean) >= 0",
];
const valuesOf = ({ words, isAtRisk, ...query }: PartnerListQuery): unknown[] => [
  query.tiers,
  query.regions,
  query.tracks,
  query.codes,
  query.cohort,
  query.countries,
  query.joinedFrom,
  query.joinedUntil,
  words?.[0] ?? null,
  words === null || words.length < 2 ? null : words.slice(1),
  isAtRisk === true ? true : null,
  isAtRisk === false ? true : null,
  query.isWhole,
  hasOthers(query, { words, isAtRisk }) ? true : null,
];

/** Whether any condition without an index is asked for. */
const hasOthers = (
  { tiers, regions, tracks, countries, joinedFrom, joinedUntil }: Omit<PartnerListQuery, "words" | "isAtRisk">,
  { words, isAtRisk }: Pick<PartnerListQuery, "words" | "isAtRisk">,
): boolean =>
  [tiers, regions, tracks, countries, joinedFrom, joinedUntil].some((asked) => asked !== null) ||
  (words?.length ?? 0) > 1 ||
  isAtRisk === false;

/** A partner with its place in the order, where that is no column of its own. */
export type ListedPartner = PartnerRow & { readonly place?: number | string };

const table = partOf(partnerTable, PARTNER);
const row = rowOf(partnerTable, PARTNER);
const columns = select(partnerTable, { ...PARTNER, alias: "partner" });
const byId = by<ListedPartner>(table, ["partnerId"], "partner");

interface ByPlace {
  /** In SQL. */
  readonly place: string;
  readonly type: string;
  readonly shape: Shape<{ readonly place: number | string }>;
  readonly values: (query: PartnerListQuery) => unknown[];
  /** A condition that always holds, and says the types of parameters that only `place` reads: a count has no order. */
  readonly typed?: string;
}

/** By what is read of the tier; those without one come first. */
const byPlace = (name: string, { place, type, shape, values, typed }: ByPlace) =>
  inBothDirections(name, {
    where: typed === undefined ? where : [...where, typed],
    shape: both(row, shape),
    select: `${columns}, ${place} as place`,
    from: `partners.partner
      left join partners.tier_status as status on status.partner_id = partner.partner_id
      left join partners.outlook on ${OUTLOOK_IN_FORCE}`,
    values,
    first: [{ column: place, type, isDescending: false, valueIn: (listed) => listed.place }],
  });

const byColumn = (name: string, first: "name" | "joinedOn") =>
  inBothDirections(name, {
    where,
    shape: row,
    select: columns,
    from: "partners.partner",
    values: valuesOf,
    first: by<ListedPartner>(table, [first], "partner"),
  });

interface Ordered {
  readonly where: readonly string[];
  readonly shape: Shape<ListedPartner>;
  readonly select: string;
  readonly from: string;
  readonly values: (query: PartnerListQuery) => unknown[];
  readonly first: readonly OrderedBy<ListedPartner>[];
}

function inBothDirections(name: string, { first, ...listed }: Ordered) {
  const ordered = (isDescending: boolean): Listing<PartnerListQuery, ListedPartner> =>
    listing(isDescending ? `${name}-descending` : name, {
      ...listed,
      orderBy: [...first, ...byId].map((term) => ({ ...term, isDescending })),
    });
  return { ASC: ordered(false), DESC: ordered(true) };
}

/** Partners in each order that they can be listed in. */
export const partnerLists = {
  NAME: byColumn("partner.list", "name"),
  JOINED: byColumn("partner.list-by-day-joined", "joinedOn"),
  TIER: byPlace("partner.list-by-tier", {
    place: "coalesce(array_position($15::text[], status.tier), 0)",
    type: "integer",
    shape: z.object({ place: z.int() }),
    values: (query) => [...valuesOf(query), query.ladder],
    typed: "num_nulls($15::text[]) >= 0",
  }),
  PROGRESS: byPlace("partner.list-by-progress", {
    place: PROGRESS,
    type: "numeric",
    shape: z.object({ place: z.string() }),
    values: valuesOf,
  }),
} as const;
export type PartnerOrderBy = keyof typeof partnerLists;
