import type { Queryable } from "@tiergraph/kit/database/database";
import { z } from "zod";

const indicatorBaseShape = z.object({
  /** Position among the periods, from 1. */
  period: z.int(),
  name: z.string(),
  partners: z.int(),
  won: z.int(),
  lost: z.int(),
  wonMinor: z.string(),
  /** Days from opening to closing, over the won deals of which the opening is known. */
  cycleDays: z.int(),
  cycleDeals: z.int(),
  open: z.int(),
  promoters: z.int(),
  detractors: z.int(),
  answers: z.int(),
  leads: z.int(),
  converted: z.int(),
  conversionDays: z.int(),
  conversionLeads: z.int(),
  renewed: z.int(),
  left: z.int(),
  active: z.int(),
  adopters: z.int(),
  /**
   * Recurring revenue a month of the customers that had any at the beginning of the period, what it gained and lost in it
   * from them, and what of their beginning is left without the gains: of each what it began with at most is lost.
   */
  mrrMinor: z.string(),
  expandedMinor: z.string(),
  lostMinor: z.string(),
  keptMinor: z.string(),
});

/** What partners are grouped by; by nothing for all of them together. */
export type IndicatorDimension = "none" | "tier" | "track" | "region";

interface IndicatorQuery {
  readonly by: IndicatorDimension;
  /** Half-open and in order. */
  readonly periods: readonly { readonly from: string; readonly to: string }[];
  /** Null for all partners. */
  readonly partnerIds: readonly string[] | null;
}

/** What the partners of one group did in one period, and where they stood at its ends. Amounts in minor units, as text. */
export type IndicatorBase = Readonly<z.infer<typeof indicatorBaseShape>>;

const GROUP_OF = {
  none: "''",
  region: "coalesce(region, 'none')",
  track: "unnest(case when tracks = '{}' then '{none}' else tracks end)",
  tier: `coalesce((select tier from metrics.tier_period as held
    where held.partner_id = partner.partner_id and from_on < last_day order by from_on desc limit 1), 'none')`,
} as const satisfies Record<IndicatorDimension, string>;

const WON = "kind = 'deal.won'";
const isIn = (day: string): string => `${day} >= from_on and ${day} < to_on`;

/** A deal that several partners are credited with is one deal; what each of them is credited with adds up to its amount. */
const BASE = (by: IndicatorDimension): string => `
  with period as (
    select * from unnest($1::date[], $2::date[]) with ordinality as given (from_on, to_on, period)
  ), placed as (
    -- A partner is where it was at the end of all periods, so that a row compares the same partners over time.
    select partner_id, ${GROUP_OF[by]} as name from metrics.partner
    cross join (select max(to_on) as last_day from period) as ends
    where $3::uuid[] is null or partner_id = any($3)
  ), grouped as (
    select name, count(*)::integer as partners from placed group by name
  ), flow as (
    select period, name, count(distinct fact_id) filter (where ${WON}) as won,
      count(distinct fact_id) filter (where kind = 'deal.lost') as lost,
      coalesce(sum(amount_minor) filter (where ${WON}), 0) as won_minor,
      coalesce(sum(occurred_on - opened_on) filter (where ${WON}), 0) as cycle_days,
      count(opened_on) filter (where ${WON}) as cycle_deals,
      count(*) filter (where kind = 'customer.nps' and quantity >= 9) as promoters,
      count(*) filter (where kind = 'customer.nps' and quantity <= 6) as detractors,
      count(quantity) filter (where kind = 'customer.nps') as answers,
      count(*) filter (where kind = 'lead.created') as leads,
      count(*) filter (where kind = 'lead.converted') as converted,
      coalesce(sum(occurred_on - opened_on) filter (where kind = 'lead.converted'), 0) as conversion_days,
      count(opened_on) filter (where kind = 'lead.converted') as conversion_leads,
      count(*) filter (where kind = 'customer.renewed') as renewed
    from metrics.fact join placed using (partner_id) join period on ${isIn("occurred_on")}
    where retired_at is null and reversed_on is null and kind = any (array['deal.won', 'deal.lost', 'customer.nps',
      'lead.created', 'lead.converted', 'customer.renewed'])
    group by period, name
  ), stock as (
    select period, name, count(distinct fact_id) filter (where kind = 'deal.open' and occurred_on < to_on) as open,
      count(*) filter (where kind = 'customer' and ${isIn("until_on")}) as "left",
      count(distinct customer) filter (where kind = 'customer' and occurred_on < to_on
        and (until_on is null or until_on >= to_on)) as active,
      count(distinct customer) filter (where kind = 'integration.adopted' and occurred_on < to_on) as adopters
    from metrics.fact join placed using (partner_id) cross join period
    where retired_at is null and reversed_on is null and kind = any (array['deal.open', 'customer', 'integration.adopted'])
    group by period, name
  ), subscribed as (
    -- Subscriptions that name no customer are together one customer of their partner.
    select period, name, coalesce(sum(case when kind in ('subscription.new', 'subscription.expansion') then amount_minor
        else -amount_minor end) filter (where occurred_on < from_on), 0) as opening,
      coalesce(sum(amount_minor) filter (where kind = 'subscription.expansion' and occurred_on >= from_on), 0) as expanded,
      coalesce(sum(amount_minor) filter (where kind in ('subscription.contraction', 'subscription.churn')
        and occurred_on >= from_on), 0) as lost
    from metrics.fact join placed using (partner_id) join period on occurred_on < to_on
    where retired_at is null and reversed_on is null and kind = any (array['subscription.new', 'subscription.expansion',
      'subscription.contraction', 'subscription.churn'])
    group by period, name, partner_id, customer
  ), recurring as (
    select period, name, sum(opening) as mrr_minor, sum(expanded) as expanded_minor, sum(lost) as lost_minor,
      sum(opening - least(opening, lost)) as kept_minor
    from subscribed where opening > 0 group by period, name
  )
  select period::integer, name, partners, coalesce(won, 0)::integer as won, coalesce(lost, 0)::integer as lost,
    coalesce(won_minor, 0)::text as "wonMinor", coalesce(cycle_days, 0)::integer as "cycleDays",
    coalesce(cycle_deals, 0)::integer as "cycleDeals", coalesce(open, 0)::integer as open,
    coalesce(promoters, 0)::integer as promoters, coalesce(detractors, 0)::integer as detractors,
    coalesce(answers, 0)::integer as answers, coalesce(leads, 0)::integer as leads,
    coalesce(converted, 0)::integer as converted, coalesce(conversion_days, 0)::integer as "conversionDays",
    coalesce(conversion_leads, 0)::integer as "conversionLeads", coalesce(renewed, 0)::integer as renewed,
    coalesce("left", 0)::integer as "left", coalesce(active, 0)::integer as active,
    coalesce(adopters, 0)::integer as adopters, coalesce(mrr_minor, 0)::text as "mrrMinor",
    coalesce(expanded_minor, 0)::text as "expandedMinor", coalesce(lost_minor, 0)::text as "lostMinor",
    coalesce(kept_minor, 0)::text as "keptMinor"
  from grouped cross join period left join flow using (period, name) left join stock using (period, name)
    left join recurring using (period, name)
  order by period, name`;

/** Scans the facts of the periods of all partners: neither table is indexed by day alone. */
export const readIndicatorBase = (
  db: Queryable,
  { by, periods, partnerIds }: IndicatorQuery,
): Promise<IndicatorBase[]> =>
  db.many(`indicator.read-base-by-${by}`, indicatorBaseShape, BASE(by), [
    periods.map(({ from }) => from),
    periods.map(({ to }) => to),
    partnerIds,
  ]);
