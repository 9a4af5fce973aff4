import { publishedProgram } from "@tiergraph/program/document/program";
import pg from "pg";
import { askGraph } from "./ask.js";

/** What the home asks to be measured. */
export const MEASURES = ["revenue", "won-deals", "certified-people"] as const;

interface Threshold {
  readonly path: string;
  readonly measure: string;
  readonly title: string;
  readonly unit: string;
  readonly bound: string;
  readonly target: string;
  readonly why: string | null;
  readonly isAsked: boolean;
}

interface Explained {
  readonly partner: {
    readonly tracks: readonly string[];
    readonly tierStatus: {
      readonly summary: string;
      readonly next: {
        readonly tier: { readonly name: string };
        readonly fraction: string;
        readonly thresholds: readonly Threshold[];
      } | null;
    };
  };
}

const EXPLAIN = `query ($id: ID!) { partner(id: $id) { tracks tierStatus { summary next { tier { name } fraction
  thresholds { path measure title unit bound target why isAsked } } } } }`;
const DESCRIBE = `query ($id: ID!, $measures: [String!]) { partner(id: $id) { measures(names: $measures) { measure title unit counts } } }`;

/**
 * Makes the schema `bench`: of what the product works out of the program's document, tiers, rules, courses and measures in
 * words, and of each decision its summary. What the other contestants read beside the product's own tables.
 */
export async function makeReferenceSchema(ownerUrl: string, url: string, token: string): Promise<void> {
  const client = new pg.Pool({ connectionString: ownerUrl, max: 4 });
  try {
    await client.query(TABLES);
    const { rows: versions } = await client.query<{ source: string }>(
      "select source from partners.program_version order by sequence desc limit 1",
    );
    const program = publishedProgram(versions[0]?.source ?? "");
    for (const { name, title, rank } of program.tiers)
      await client.query("insert into bench.tier values ($1, $2, $3)", [name, title, rank]);
    for (const [place, { name, title }] of program.courses.entries())
      await client.query("insert into bench.course values ($1, $2, $3, 60)", [place, name, title]);
    await addStories(client, url, token);
    await client.query(VIEWS);
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}

async function addStories(client: pg.Pool, url: string, token: string): Promise<void> {
  const { rows: statuses } = await client.query<{ partner: string; decision: string }>(
    "select partner_id as partner, decision_id as decision from partners.tier_status",
  );
  const rules = new Map<string, Threshold & { readonly tier: string }>();
  /** The tracks of which a rule is asked, and whether it was ever not asked. */
  const asked = new Map<string, { tracks: Set<string>; isOfAll: boolean }>();
  const waiting = [...statuses];
  const hands = Array.from({ length: 4 }, async () => {
    for (let status = waiting.pop(); status !== undefined; status = waiting.pop()) {
      const { partner } = await askGraph<Explained>(url, token, EXPLAIN, { id: status.partner });
      const { summary, next } = partner.tierStatus;
      const paths = next?.thresholds.map(({ path }) => path) ?? [];
      await client.query("insert into bench.story values ($1, $2, $3, $4)", [
        status.decision,
        summary,
        next?.fraction ?? null,
        paths,
      ]);
      for (const threshold of next?.thresholds ?? []) {
        const key = `${next?.tier.name} ${threshold.path}`;
        rules.set(key, { ...threshold, tier: next?.tier.name ?? "" });
        const of = asked.get(key) ?? { tracks: new Set(), isOfAll: true };
        if (threshold.isAsked) for (const track of partner.tracks) of.tracks.add(track);
        else of.isOfAll = false;
        asked.set(key, of);
      }
    }
  });
  await Promise.all(hands);
  for (const [key, { tier, path, measure, title, unit, bound, target, why }] of rules) {
    const of = asked.get(key);
    const tracks = of === undefined || of.isOfAll ? null : [...of.tracks];
    await client.query("insert into bench.rule values ($1, $2, $3, $4, $5, $6, $7, $8, $9)", [
      tier,
      path,
      measure,
      title,
      unit,
      bound,
      target,
      why,
      tracks,
    ]);
  }
  const id = statuses[0]?.partner;
  const { partner } = await askGraph<{ partner: { measures: Record<string, string>[] } }>(url, token, DESCRIBE, {
    id,
    measures: MEASURES,
  });
  for (const { measure, title, unit, counts } of partner.measures)
    await client.query("insert into bench.measure values ($1, $2, $3, $4)", [measure, title, unit, counts]);
}

const TABLES = `
  drop schema if exists bench cascade;
  create schema bench;
  create table bench.tier (name text primary key, title text not null, rank integer not null unique);
  create table bench.rule (tier text references bench.tier, path text, measure text, title text, unit text, bound text,
    target numeric, why text, tracks text[], primary key (tier, path));
  create table bench.course (place integer primary key, name text unique, title text, renewal integer);
  create table bench.measure (name text primary key, title text, unit text, counts text);
  create table bench.story (decision_id uuid primary key, summary text, fraction text, paths text[]);`;

/** How far each threshold of the next tier is met, of one decision: \`path\` to \`why\`, in the order of the document. */
const THRESHOLDS = `
  select shown.place, r.path, r.title, r.unit, r.bound, trim_scale(r.target)::text as target,
    trim_scale(round(a.value, 12))::text as actual,
    trim_scale(round(case when r.bound = 'MORE_THAN' and coalesce(a.value, 0) <= r.target
      then r.target - coalesce(a.value, 0) + 1 else greatest(r.target - coalesce(a.value, 0), 0) end, 12))::text as gap,
    m.is_met, m.is_asked,
    case when m.is_met then '1' when a.value is null or r.target = 0 then '0'
      else trim_scale(trunc(least(a.value / r.target, 0.9999), 4))::text end as fraction, r.why
  from unnest(asked_paths) with ordinality as shown (path, place)
  join bench.rule r on r.tier = asked_tier and r.path = shown.path
  left join (
    select given.measure, case when given.parts is not null
      then (given.parts ->> 0)::numeric / nullif((given.parts ->> 1)::numeric, 0) else given.value::numeric end as value
    from json_to_recordset(asked_body::json -> 'inputs' -> 'measures') as given (measure text, value text, parts json)
  ) a on a.measure = r.measure
  cross join lateral (
    select r.tracks is null or r.tracks && asked_tracks as is_asked,
      case when r.tracks is null or r.tracks && asked_tracks
        then coalesce(case when r.bound = 'MORE_THAN' then a.value > r.target else a.value >= r.target end, false)
        else true end as is_met
  ) m order by shown.place`;

/** As `THRESHOLDS`, with what a statement calls its parts. */
export const thresholdsOf = (parts: { paths: string; tier: string; body: string; tracks: string }): string =>
  THRESHOLDS.replaceAll("asked_paths", parts.paths)
    .replaceAll("asked_tier", parts.tier)
    .replaceAll("asked_body", parts.body)
    .replaceAll("asked_tracks", parts.tracks);

export const ownedId = (letter: string, partner: string, id: string): string =>
  `'${letter}' || translate(encode(uuid_send(${partner}) || uuid_send(${id}), 'base64'), '+/=', '-_')`;
export const major = (minor: string): string => `to_char(${minor} / 100.0, 'FM99999999999990.00')`;
/** The accounts of a partner that an entry moves. */
export const OWN_ACCOUNTS = "('partner:pending', 'partner:earned', 'partner:reserved', 'partner:debt')";

/**
 * What a user of PostGraphile would add to the product's tables: views that name keys and relations, and computed columns
 * for what no table holds.
 */
const VIEWS = `
  create function bench.today() returns date language sql stable as $$ select current_date $$;
  create view bench.partner as select partner_id, code, name, region, tracks from partners.partner;
  comment on view bench.partner is E'@primaryKey partner_id';
  create view bench.tier_status as
    select s.partner_id, s.tier, nt.name as next_tier, s.since, s.as_of, s.decision_id, st.summary, st.fraction, st.paths
    from partners.tier_status s join bench.tier t on t.name = s.tier left join bench.tier nt on nt.rank = t.rank + 1
    left join bench.story st using (decision_id);
  comment on view bench.tier_status is E'@primaryKey partner_id\\n@foreignKey (partner_id) references bench.partner (partner_id)|@foreignFieldName tierStatus\\n@foreignKey (tier) references bench.tier (name)|@fieldName tierRow\\n@foreignKey (next_tier) references bench.tier (name)|@fieldName nextTierRow';
  create function bench.tier_status_thresholds(s bench.tier_status) returns table (place bigint, path text, title text, unit text,
    bound text, target text, actual text, gap text, is_met boolean, is_asked boolean, fraction text, why text) language sql stable as $$
    select t.* from partners.decision d join partners.partner p using (partner_id)
    cross join lateral (${thresholdsOf({ paths: "s.paths", tier: "s.next_tier", body: "d.body", tracks: "p.tracks" })}) t
    where d.partner_id = s.partner_id and d.decision_id = s.decision_id order by t.place $$;
  create function bench.partner_series(p bench.partner) returns table (measure text, title text, unit text, counts text, on_day date, value text) language sql stable as $$
    with ends as materialized (
      select least((date_trunc('month', bench.today()) - make_interval(months => 11 - o) + interval '1 month - 1 day')::date, bench.today()) as on_day, o
      from generate_series(0, 11) as o
    ), day as materialized (
      select day, s0, s2 from metrics.rollup_day where partner_id = p.partner_id and page = 0 and day > bench.today() - interval '25 months'
    ), held as materialized (
      select person_id, occurred_on, until_on from metrics.fact where partner_id = p.partner_id and kind = 'certification' and retired_at is null
    ), summed as materialized (
      select on_day, o, trim_scale(coalesce(d.s0, 0) / 100.0)::text as revenue, coalesce(d.s2, 0)::text as won, h.n::text as people from ends
      cross join lateral (select sum(s0) as s0, sum(s2) as s2 from day where day between (on_day + 1 - interval '12 months')::date and on_day) d
      cross join lateral (select count(distinct person_id) as n from held where occurred_on <= on_day and (until_on is null or until_on > on_day)) h
    )
    select m.name, m.title, m.unit, m.counts, v.on_day, v.value
    from summed cross join lateral (values ('revenue', on_day, revenue), ('won-deals', on_day, won), ('certified-people', on_day, people)) as v (measure, on_day, value)
    join bench.measure m on m.name = v.measure order by o $$;
  create view bench.balance as select partner_id, ${major("balance_minor")} as amount, currency from benefits.account_balance
    where account = 'partner:earned' and fund = '';
  comment on view bench.balance is E'@primaryKey partner_id\\n@foreignKey (partner_id) references bench.partner (partner_id)|@foreignFieldName balance';
  create view bench.reward_entry as
    select l.partner_id, l.transaction_id, l.sequence, ${ownedId("m", "l.partner_id", "l.transaction_id")} as id, l.kind, l.occurred_on,
      l.currency, l.explanation, ${major(`(select sum(amount_minor) from benefits.posting q where q.partner_id = l.partner_id
        and q.transaction_id = l.transaction_id and q.account in ${OWN_ACCOUNTS})`)} as amount
    from benefits.ledger_transaction l where l.rule is not null;
  comment on view bench.reward_entry is E'@primaryKey partner_id,transaction_id\\n@foreignKey (partner_id) references bench.partner (partner_id)|@foreignFieldName rewardEntries';
  create view bench.person as select partner_id, person_id, ${ownedId("p", "partner_id", "person_id")} as id, name,
    upper(replace(role, '-', '_')) as role from partners.person where left_on is null;
  comment on view bench.person is E'@primaryKey partner_id,person_id\\n@foreignKey (partner_id) references bench.partner (partner_id)|@foreignFieldName people';
  create function bench.person_enrolled(p bench.person) returns integer language sql stable as $$
    select count(*)::integer from enablement.enrollment e where e.partner_id = p.partner_id and e.person_id = p.person_id $$;
  create function bench.person_completed(p bench.person) returns integer language sql stable as $$
    select count(completed_on)::integer from enablement.enrollment e where e.partner_id = p.partner_id and e.person_id = p.person_id $$;
  create view bench.certification as
    select partner_id, certification_id, ${ownedId("c", "partner_id", "certification_id")} as id, person_id, course, level, issued_on,
      least(expires_on, ended_on) as expires_on, coalesce(counts_from, issued_on) <= bench.today()
      and (least(expires_on, ended_on) is null or least(expires_on, ended_on) > bench.today()) as is_valid
    from enablement.certification;
  comment on view bench.certification is E'@primaryKey partner_id,certification_id\\n@foreignKey (partner_id) references bench.partner (partner_id)|@foreignFieldName certifications\\n@foreignKey (partner_id,person_id) references bench.person (partner_id,person_id)|@fieldName person|@foreignFieldName certifications\\n@foreignKey (course) references bench.course (name)|@fieldName courseRow';
  create view bench.held as select * from bench.certification where is_valid;
  comment on view bench.held is E'@primaryKey partner_id,certification_id\\n@foreignKey (partner_id,person_id) references bench.person (partner_id,person_id)|@fieldName person|@foreignFieldName held';
  create view bench.expiring as
    select x.*, x.expires_on - c.renewal as renewable_from from bench.certification x join bench.course c on c.name = x.course
    where x.expires_on > bench.today() and x.expires_on <= bench.today() + 90
      and not exists (select from enablement.certification y where y.partner_id = x.partner_id and y.person_id = x.person_id
        and y.course = x.course and y.issued_on > x.issued_on
        and (least(y.expires_on, y.ended_on) is null or least(y.expires_on, y.ended_on) > x.expires_on));
  comment on view bench.expiring is E'@primaryKey partner_id,certification_id\\n@foreignKey (partner_id) references bench.partner (partner_id)|@foreignFieldName expiring\\n@foreignKey (partner_id,person_id) references bench.person (partner_id,person_id)|@fieldName person|@foreignFieldName expiringCertifications\\n@foreignKey (course) references bench.course (name)|@fieldName courseRow';
  create view bench.training as
    select p.partner_id, l.people, e.enrolled, e.completed, c.certified_people from partners.partner p
    cross join lateral (select count(*)::integer as people from enablement.learner l where l.partner_id = p.partner_id and left_on is null) l
    cross join lateral (select count(*)::integer as enrolled, count(completed_on)::integer as completed
      from enablement.enrollment e join enablement.learner l using (partner_id, person_id) where e.partner_id = p.partner_id and l.left_on is null) e
    cross join lateral (select count(distinct person_id)::integer as certified_people from enablement.certification c
      where c.partner_id = p.partner_id and coalesce(counts_from, issued_on) <= bench.today()
        and (expires_on is null or expires_on > bench.today()) and (ended_on is null or ended_on > bench.today())) c;
  comment on view bench.training is E'@primaryKey partner_id\\n@foreignKey (partner_id) references bench.partner (partner_id)|@foreignFieldName training';
  create function bench.partner_course_progress(p bench.partner) returns table (name text, title text, enrolled integer, completed integer, average_percent integer) language sql stable as $$
    select c.name, c.title, coalesce(k.n, 0), coalesce(k.d, 0), k.a from bench.course c left join (
      select course, count(*)::integer as n, count(completed_on)::integer as d, (sum(progress_percent) / count(*))::integer as a
      from enablement.enrollment e join enablement.learner l using (partner_id, person_id)
      where e.partner_id = p.partner_id and l.left_on is null group by course) k on k.course = c.name order by c.place $$;
  create function bench.partner_page(after_name text, after_id uuid, size integer) returns setof bench.partner language sql stable as $$
    select * from bench.partner where after_name is null or (name, partner_id) > (after_name, after_id) order by name, partner_id limit size $$;`;
