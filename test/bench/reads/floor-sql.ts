import { major, OWN_ACCOUNTS, ownedId, thresholdsOf } from "./reference-schema.js";

const series = (measure: string, point: string) => `
    select json_build_object('measure', m.name, 'title', m.title, 'counts', m.counts, 'unit', m.unit,
      'value', max(${point}) filter (where o = 12), 'series', json_agg(json_build_object('on', on_day, 'value', ${point}) order by o))
    from series, bench.measure m where m.name = '${measure}' group by m.name, m.title, m.counts, m.unit`;

/** A partner's home as one statement that builds the whole answer: $1 the partner, $2 today, $3 the days of the series. */
export const HOME = `
with enr as materialized (
  select e.person_id, e.course, e.progress_percent, e.completed_on
  from enablement.enrollment e join enablement.learner l using (partner_id, person_id)
  where e.partner_id = $1 and l.left_on is null
), cert as materialized (
  select certification_id, person_id, course, level, issued_on, least(expires_on, ended_on) as expires_on, ended_because,
    coalesce(counts_from, issued_on) <= $2 and (least(expires_on, ended_on) is null or least(expires_on, ended_on) > $2) as valid
  from enablement.certification where partner_id = $1
), day as materialized (
  select day, s0, s2 from metrics.rollup_day where partner_id = $1 and page = 0 and day > ($2::date - interval '25 months')
), held as materialized (
  select person_id, occurred_on, until_on from metrics.fact
  where partner_id = $1 and kind = 'certification' and retired_at is null
), at as materialized (
  select on_day, o, (on_day + 1 - interval '12 months')::date as from_day
  from unnest($3::date[]) with ordinality as a (on_day, o)
), series as materialized (
  select a.on_day, a.o, trim_scale(coalesce(d.s0, 0) / 100.0)::text as revenue, coalesce(d.s2, 0)::text as won, h.n::text as people
  from at a
  cross join lateral (select sum(s0) as s0, sum(s2) as s2 from day where day between a.from_day and a.on_day) d
  cross join lateral (select count(distinct person_id) as n from held
    where occurred_on <= a.on_day and (until_on is null or until_on > a.on_day)) h
)
select json_build_object('data', json_build_object('partner', json_build_object(
  'id', p.partner_id, 'name', p.name, 'region', p.region, 'tracks', to_json(p.tracks),
  'tierStatus', json_build_object('tier', json_build_object('name', t.name, 'title', t.title, 'rank', t.rank),
    'since', s.since, 'asOf', s.as_of, 'summary', st.summary,
    'next', case when nt.name is null then null else json_build_object(
      'tier', json_build_object('name', nt.name, 'title', nt.title), 'fraction', st.fraction, 'thresholds', coalesce(th.j, '[]'::json)) end),
  'measures', json_build_array((${series("revenue", "revenue")}), (${series("won-deals", "won")}), (${series("certified-people", "people")})),
  'rewards', json_build_object(
    'balance', json_build_object('amount', ${major("coalesce(b.balance_minor, 0)")}, 'currency', 'USD'),
    'entries', json_build_object('nodes', coalesce(en.j, '[]'::json))),
  'people', json_build_object('nodes', coalesce(pe.j, '[]'::json)),
  'training', json_build_object('people', tr.people, 'enrolled', tr.enrolled, 'completed', tr.completed,
    'certifiedPeople', tr.certified, 'courses', co.j, 'expiring', coalesce(ex.j, '[]'::json),
    'certifications', json_build_object('nodes', coalesce(ce.j, '[]'::json))))))::text as j
from partners.partner p
join partners.tier_status s using (partner_id) join partners.decision d using (partner_id, decision_id)
join bench.tier t on t.name = s.tier left join bench.tier nt on nt.rank = t.rank + 1
left join bench.story st using (decision_id)
left join lateral (
  select json_agg(json_build_object('path', path, 'title', title, 'unit', unit, 'bound', bound, 'target', target,
    'actual', actual, 'gap', gap, 'isMet', is_met, 'isAsked', is_asked, 'fraction', fraction, 'why', why) order by place) as j
  from (${thresholdsOf({ paths: "st.paths", tier: "nt.name", body: "d.body", tracks: "p.tracks" })}) as threshold
) th on true
left join benefits.account_balance b on b.partner_id = p.partner_id and b.account = 'partner:earned' and b.fund = ''
left join lateral (
  select json_agg(json_build_object('id', ${ownedId("m", "partner_id", "transaction_id")}, 'kind', kind, 'on', occurred_on,
    'amount', json_build_object('amount', ${major("amount_minor")}, 'currency', currency), 'explanation', explanation) order by sequence desc) as j
  from (select l.*, (select sum(amount_minor) from benefits.posting q where q.partner_id = l.partner_id
      and q.transaction_id = l.transaction_id and q.account in ${OWN_ACCOUNTS}) as amount_minor
    from benefits.ledger_transaction l where l.partner_id = $1 and l.rule is not null order by l.sequence desc limit 10) e
) en on true
left join lateral (
  select json_agg(json_build_object('id', ${ownedId("p", "$1::uuid", "q.person_id")}, 'name', q.name, 'role', upper(replace(q.role, '-', '_')),
    'training', json_build_object('enrolled', k.enrolled, 'completed', k.completed, 'held', coalesce(h.j, '[]'::json)))
    order by q.name, q.person_id) as j
  from partners.person q
  cross join lateral (select count(*) as enrolled, count(completed_on) as completed from enr where enr.person_id = q.person_id) k
  left join lateral (select json_agg(json_build_object('level', level, 'expiresOn', expires_on) order by issued_on desc, certification_id desc) as j
    from cert where cert.person_id = q.person_id and valid) h on true
  where q.partner_id = $1 and q.left_on is null
) pe on true
cross join lateral (
  select (select count(*) from enablement.learner where partner_id = $1 and left_on is null) as people,
    (select count(*) from enr) as enrolled, (select count(completed_on) from enr) as completed,
    (select count(distinct person_id) from cert where valid) as certified
) tr
cross join lateral (
  select json_agg(json_build_object('course', json_build_object('name', c.name, 'title', c.title), 'enrolled', coalesce(k.n, 0),
    'completed', coalesce(k.d, 0), 'averagePercent', k.a) order by c.place) as j
  from bench.course c left join (select course, count(*) as n, count(completed_on) as d,
    (sum(progress_percent) / count(*))::integer as a from enr group by course) k on k.course = c.name
) co
left join lateral (
  select json_agg(json_build_object('course', json_build_object('title', c.title), 'expiresOn', x.expires_on,
    'renewableFrom', x.expires_on - c.renewal, 'person', json_build_object('id', ${ownedId("p", "$1::uuid", "x.person_id")}, 'name', q.name))
    order by x.expires_on, x.certification_id) as j
  from cert x join bench.course c on c.name = x.course join partners.person q on q.partner_id = $1 and q.person_id = x.person_id
  where x.ended_because is distinct from 'MOVED' and x.expires_on > $2 and x.expires_on <= $2::date + 90
    and not exists (select from cert y where y.person_id = x.person_id and y.course = x.course and y.issued_on > x.issued_on
      and (y.expires_on is null or y.expires_on > x.expires_on))
) ex on true
left join lateral (
  select json_agg(json_build_object('id', ${ownedId("c", "$1::uuid", "x.certification_id")}, 'level', x.level, 'issuedOn', x.issued_on,
    'expiresOn', x.expires_on, 'isValid', x.valid, 'course', json_build_object('title', c.title),
    'person', json_build_object('id', ${ownedId("p", "$1::uuid", "x.person_id")}, 'name', q.name)) order by x.issued_on desc, x.certification_id desc) as j
  from (select * from cert order by issued_on desc, certification_id desc limit 10) x
  join bench.course c on c.name = x.course join partners.person q on q.partner_id = $1 and q.person_id = x.person_id
) ce on true
where p.partner_id = $1`;

/** Fifty partners after a name and id: $1 and $2, both null for the first page; $3 today. */
export const LIST = `
select json_build_object('data', json_build_object('partners', json_build_object(
  'nodes', json_agg(json_build_object('id', p.partner_id, 'code', p.code, 'name', p.name, 'region', p.region,
    'tierStatus', json_build_object('tier', json_build_object('name', t.name, 'title', t.title), 'since', s.since),
    'rewards', json_build_object('balance', json_build_object('amount', ${major("coalesce(b.balance_minor, 0)")}, 'currency', 'USD')),
    'training', json_build_object('completed', e.n, 'certifiedPeople', c.n)) order by p.name, p.partner_id) filter (where p.o <= 50),
  'pageInfo', json_build_object('hasNextPage', bool_or(p.o > 50),
    'endCursor', max(encode(convert_to(json_build_array(p.name, p.partner_id)::text, 'UTF8'), 'base64')) filter (where p.o = 50)))))::text as j
from (
  select partner_id, code, name, region, row_number() over (order by name, partner_id) as o
  from (select partner_id, code, name, region from partners.partner
    where (name, partner_id) > (coalesce($1, ''), coalesce($2::uuid, '00000000-0000-0000-0000-000000000000'))
    order by name, partner_id limit 51) q
) p
join partners.tier_status s using (partner_id) join bench.tier t on t.name = s.tier
left join benefits.account_balance b on b.partner_id = p.partner_id and b.account = 'partner:earned' and b.fund = ''
cross join lateral (select count(completed_on) as n from enablement.enrollment e join enablement.learner l using (partner_id, person_id)
  where e.partner_id = p.partner_id and l.left_on is null) e
cross join lateral (select count(distinct person_id) as n from enablement.certification c where c.partner_id = p.partner_id
  and coalesce(counts_from, issued_on) <= $3 and (expires_on is null or expires_on > $3) and (ended_on is null or ended_on > $3)) c`;
