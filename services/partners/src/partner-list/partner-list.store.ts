import { both, type Shape } from "@tiergraph/kit/database/shape";
import { partOf, rowOf, select } from "@tiergraph/kit/database/table";
import { type Condition, conditionsOf, inBothDirections, parameter } from "@tiergraph/kit/paging/chosen-listing";
import { by } from "@tiergraph/kit/paging/listing";
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
/** The same for partners as for the vendor. An outlook that the version before wrote says it in its text alone. */
const AT_RISK = `select outlook.partner_id from partners.tier_status as status join partners.outlook on ${OUTLOOK_IN_FORCE}
  where outlook.is_at_risk is not false and (outlook.is_at_risk or (outlook.body::json ->> 'isAtRisk')::boolean)`;

/** By each of these an index finds partners. */
const BY_INDEX: readonly Condition<PartnerListQuery>[] = [
  { type: "text[]", asked: ({ codes }) => codes, holds: (codes) => `partner.code = any (${codes})` },
  { type: "text", asked: ({ cohort }) => cohort, holds: isInCohort },
  {
    // By one word: the others are sought among those that it finds.
    type: "text",
    asked: ({ words }) => words?.[0] ?? null,
    holds: (word) => `partner.partner_id in (select known.partner_id from partners.partner_word as known
      where known.word ~>=~ ${word} and known.word ~<~ (${word} || '${LAST}'))`,
  },
  {
    type: "boolean",
    asked: ({ isAtRisk }) => isAtRisk || null,
    holds: () => `partner.partner_id in (${AT_RISK})`,
  },
];
/** These are held against partners one by one. */
const ONE_BY_ONE: readonly Condition<PartnerListQuery>[] = [
  {
    type: "text[]",
    asked: ({ tiers }) => tiers,
    holds: (tiers) => `exists (select from partners.tier_status as held
      where held.partner_id = partner.partner_id and held.tier = any (${tiers}))`,
  },
  { type: "text[]", asked: ({ regions }) => regions, holds: (regions) => `partner.region = any (${regions})` },
  { type: "text[]", asked: ({ countries }) => countries, holds: (names) => `partner.country = any (${names})` },
  { type: "text[]", asked: ({ tracks }) => tracks, holds: (tracks) => `partner.tracks && ${tracks}` },
  { type: "date", asked: ({ joinedFrom }) => joinedFrom, holds: (from) => `partner.joined_on >= ${from}` },
  { type: "date", asked: ({ joinedUntil }) => joinedUntil, holds: (until) => `partner.joined_on < ${until}` },
  {
    type: "text[]",
    asked: ({ words }) => (words !== null && words.length > 1 ? words.slice(1) : null),
    holds: (words) => `not exists (select from unnest(${words}) as sought (word) where not exists (
      select from partners.partner_word as known where known.partner_id = partner.partner_id
        and known.word ~>=~ sought.word and known.word ~<~ (sought.word || '${LAST}')))`,
  },
  {
    type: "boolean",
    asked: ({ isAtRisk }) => (isAtRisk === false ? true : null),
    holds: () => `partner.partner_id not in (${AT_RISK})`,
  },
];

const { where, values, parameters } = conditionsOf({ byIndex: BY_INDEX, others: ONE_BY_ONE });

/** A partner with its place in the order, where that is no column of its own. */
export type ListedPartner = PartnerRow & { readonly place?: number | string };

const table = partOf(partnerTable, PARTNER);
const row = rowOf(partnerTable, PARTNER);
const columns = select(partnerTable, { ...PARTNER, alias: "partner" });
const byId = by<ListedPartner>(table, ["partnerId"], "partner");

interface ByPlace {
  /** In SQL, of one value that the order alone reads. */
  readonly place: (value: string) => string;
  readonly type: string;
  readonly shape: Shape<{ readonly place: number | string }>;
  readonly reads: { readonly type: string; readonly asked: (query: PartnerListQuery) => unknown };
}

/** By what is read of the tier; those without one come first. */
function byPlace(name: string, { place, type, shape, reads }: ByPlace) {
  const value = parameter(parameters, reads.type);
  return inBothDirections<PartnerListQuery, ListedPartner>(name, {
    // A count has no order, and names the value's type nevertheless.
    where: [...where, `num_nulls(${value}) >= 0`],
    shape: both(row, shape),
    select: `${columns}, ${place(value)} as place`,
    from: `partners.partner
      left join partners.tier_status as status on status.partner_id = partner.partner_id
      left join partners.outlook on ${OUTLOOK_IN_FORCE}`,
    values: (query) => [...values(query), reads.asked(query)],
    orderBy: [{ column: place(value), type, isDescending: false, valueIn: (listed) => listed.place }, ...byId],
  });
}

/** How far a partner is to its next tier, as the viewer reads it. */
function progressSeen(isWhole: string): string {
  const seen = (whole: string, shown: string) =>
    `case when ${isWhole} or outlook.partner_body is null then outlook.${whole} else outlook.${shown} end`;
  // In the text alone where the version before wrote it.
  return `coalesce(${seen("progress", "partner_progress")},
    ((${seen("body", "partner_body")})::json -> 'next' ->> 'fraction')::numeric, -1)`;
}

const byColumn = (name: string, first: "name" | "joinedOn") =>
  inBothDirections<PartnerListQuery, ListedPartner>(name, {
    where,
    shape: row,
    select: columns,
    from: "partners.partner",
    values,
    orderBy: by<ListedPartner>(table, [first, "partnerId"], "partner"),
  });

/** Partners in each order that they can be listed in. */
export const partnerLists = {
  NAME: byColumn("partner.list", "name"),
  JOINED: byColumn("partner.list-by-day-joined", "joinedOn"),
  TIER: byPlace("partner.list-by-tier", {
    place: (ladder) => `coalesce(array_position(${ladder}, status.tier), 0)`,
    type: "integer",
    shape: z.object({ place: z.int() }),
    reads: { type: "text[]", asked: ({ ladder }) => ladder },
  }),
  PROGRESS: byPlace("partner.list-by-progress", {
    place: progressSeen,
    type: "numeric",
    shape: z.object({ place: z.string() }),
    reads: { type: "boolean", asked: ({ isWhole }) => isWhole },
  }),
} as const;
export type PartnerOrderBy = keyof typeof partnerLists;
