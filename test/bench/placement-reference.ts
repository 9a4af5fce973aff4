import type { Database } from "@tiergraph/kit/database/database";
import { unchecked } from "@tiergraph/kit/database/shape";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import type { Program } from "@tiergraph/program/document/program";
import { seriesOf } from "@tiergraph/program/measure";

const system = systemViewer("bench");

interface Filling {
  readonly program: Program;
  readonly source: string;
  readonly slots: ReadonlyMap<string, number>;
  readonly from: number;
  readonly to: number;
}

/** Partners with twelve months of rollups whose sums lie about the program's bounds; the same for the same numbers. */
export async function fill(owner: Database, { program, source, slots, from, to }: Filling): Promise<void> {
  await owner.transact(system, async (tx) => {
    await tx.run("", "set local statement_timeout = 0", []);
    if (from === 0) {
      await tx.run(
        "",
        `insert into partners.program_version (sequence, program, version, source, published_at, published_by, effective_on)
         values (1, $1, $2, $3, now(), 'bench', '2020-01-01')`,
        [program.name, program.version, source],
      );
      for (const { key } of seriesOf(program))
        await tx.run("", "insert into metrics.series (slot, key) values ($1, $2)", [slots.get(key), key]);
    }
    await tx.run(
      "",
      `insert into partners.partner (partner_id, code, name, tracks, joined_on, recorded_at)
       select ${ID}, 'p' || i, 'Partner ' || i, '{}', '2020-01-01', now() from generate_series($1::integer, $2::integer - 1) as i`,
      [from, to],
    );
    const columns = [...slots.values()].map((slot) => `s${slot}`).join(", ");
    const numbers = seriesOf(program)
      .map(({ key }) => termOf(key))
      .join(", ");
    await tx.run(
      "",
      `insert into metrics.rollup_month (partner_id, month, page, ${columns})
       select ${ID}, ('2025-07-01'::date + make_interval(months => m))::date, 0, ${numbers}
       from generate_series($1::integer, $2::integer - 1) as i cross join generate_series(0, 11) as m`,
      [from, to],
    );
  });
}

const ID = `('00000000-0000-4000-8000-' || lpad(to_hex(i), 12, '0'))::uuid`;

/** A number for a partner and month, spread so that some thousands of partners stand close to each bound. */
function termOf(key: string): string {
  const random = (salt: number) => `abs(hashint8(i::bigint * 1000003 + m * 7919 + ${salt}))`;
  if (key.includes('"amount"') && key.includes("refunded")) return `${random(1)} % 100000`;
  if (key.includes('"amount"')) return `200000 + (${random(2)} % 400000) + (i % 7) * 20000`;
  if (key.includes('"quantity"')) return `${random(3)} % 105`;
  if (key.includes("deal.registered")) return `${random(4)} % 22`;
  if (key.includes("deal.lost")) return `(${random(5)} % 16) + (${random(6)} % 15)`;
  return `${random(5)} % 16`;
}

/** The program of the benchmark as one set-based statement: the sums, and the tier that they come to. */
function judged(slots: ReadonlyMap<string, number>, program: Program): string {
  const column = (part: (key: string) => boolean): string => {
    const series = seriesOf(program).find(({ key }) => part(key));
    if (series === undefined) throw new Error("A series is missing");
    return `s${slots.get(series.key)}`;
  };
  const sums = {
    revenue: column((key) => key.includes('"amount"') && key.includes("deal.won")),
    won: column((key) => key.startsWith('["count"') && key.includes("deal.won") && !key.includes("deal.lost")),
    seats: column((key) => key.includes('"quantity"')),
    registered: column((key) => key.includes("deal.registered")),
    refunded: column((key) => key.includes("deal.refunded")),
    closed: column((key) => key.includes("deal.lost")),
  };
  return `
    select partner_id, revenue, won, seats, registered, refunded, closed,
      case
        when revenue > 7600000 and (seats >= 650)::integer + (won >= 125)::integer + (closed > 0 and won * 100 >= 55 * closed)::integer >= 2 then 'diamond'
        when revenue >= 7000000 and registered >= 120 and refunded <= 650000 and closed > 0 and won * 2 >= closed then 'platinum'
        when revenue >= 6200000 and won >= 80 and (seats >= 600 or (closed > 0 and won * 100 >= 52 * closed)) then 'gold'
        when revenue >= 5000000 and won >= 60 then 'silver'
        else 'registered'
      end as tier
    from (
      select partner_id, ${Object.entries(sums)
        .map(([name, sum]) => `sum(${sum})::bigint as ${name}`)
        .join(", ")}
      from metrics.rollup_month
      where page = 0 and month >= '2025-07-01' and month < '2026-07-01'
      group by partner_id
    ) as sums`;
}

type Tiers = Readonly<Record<string, number>>;

export async function referenceRead(
  owner: Database,
  program: Program,
  slots: ReadonlyMap<string, number>,
): Promise<Tiers> {
  const rows = await owner.transact(system, (tx) =>
    tx.many<{ tier: string; partners: number }>(
      "",
      unchecked(),
      `select tier, count(*)::integer as partners from (${judged(slots, program)}) as judged group by tier order by tier collate "C"`,
      [],
    ),
  );
  return Object.fromEntries(rows.map(({ tier, partners }) => [tier, partners]));
}

/** The same tiers, written with their inputs into the same tables: a decision, a status and a period for each partner. */
export async function referenceWrite(
  owner: Database,
  program: Program,
  slots: ReadonlyMap<string, number>,
): Promise<void> {
  await owner.transact(system, async (tx) => {
    await tx.run("", "set local statement_timeout = 0", []);
    await tx.run(
      "",
      `with judged as (${judged(slots, program)}),
       decided as (
         select *, gen_random_uuid() as decision_id, json_build_object('asOf', '2026-06-30', 'inputs', json_build_object(
           'revenue', revenue, 'won', won, 'seats', seats, 'registered', registered, 'refunded', refunded, 'closed', closed),
           'program', 'bench', 'tier', tier, 'version', '1')::text as body
         from judged
       ), decision as (
         insert into partners.decision (partner_id, decision_id, sequence, as_of, decided_at, program, program_version,
           tier, outcome, format, effective_on, body, hash)
         select partner_id, decision_id, 1, '2026-06-30', now(), 'bench', '1', tier, 'PLACED', 2, '2026-06-30', body,
           encode(sha256(convert_to(partner_id || body, 'UTF8')), 'hex')
         from decided returning 1
       ), status as (
         insert into partners.tier_status (partner_id, tier, since, as_of, measured_at, sequence, decision_id, period_sequence)
         select partner_id, tier, '2026-06-30', '2026-06-30', now(), 1, decision_id, 1 from decided returning 1
       )
       insert into partners.tier_period (partner_id, decision_id, from_on, tier)
       select partner_id, decision_id, '2026-06-30', tier from decided`,
      [],
    );
  });
}
