import os from "node:os";
import { lockPartnerMirrors } from "@tiergraph/benefits/partner-mirror/partner-mirror.store";
import { settlePartners } from "@tiergraph/benefits/reward/settle-partners.tx";
import { type Database, openDatabase } from "@tiergraph/kit/database/database";
import { serviceUrl } from "@tiergraph/kit/database/provision";
import { unchecked } from "@tiergraph/kit/database/shape";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { settle, withBench } from "./open-bench.js";
import { accrueBySql, fillRewards, QUARTER } from "./rewards-reference.js";
import { median, spread, timed, watchMemory } from "./timing.js";

// A quarter's rebates of many partners, each deal at the tier held on its day: by our code, which explains and chains each
// entry, and by one set-based SQL statement that inserts the same entries and postings, in turn.
// `npm run bench:rewards`; PARTNERS and ROUNDS change its size.
const PARTNERS = Number(process.env.PARTNERS ?? 100_000);
const DEALS = 10;
const ROUNDS = Number(process.env.ROUNDS ?? 2);
/** Partners that are settled in one transaction, and transactions at once: as the queue's workers do. */
const BATCH = 100;
const AT_ONCE = 2;
const NOW = new Date("2026-04-01T06:00:00Z");
const system = systemViewer("bench");

const PROGRAM = `
program: rewarded
version: "1"
currency: USD
measures: { revenue: { sum: amount, of: deal.won } }
tiers:
  silver: { rank: 0, why: Everyone. }
  gold: { rank: 1, why: Sells., requires: { measure: revenue, at-least: 1000 } }
rebates: { deal-rebate: { title: Deal rebate, of: deal.won, rate: { silver: 3%, gold: 5% }, why: Thanks. } }
`;

async function settleAll(db: Database, partnerIds: readonly string[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(partnerIds.length / BATCH) }, (_, i) =>
    partnerIds.slice(i * BATCH, (i + 1) * BATCH),
  );
  const hands = Array.from({ length: AT_ONCE }, async () => {
    for (let batch = batches.pop(); batch !== undefined; batch = batches.pop()) {
      const ids = batch;
      await db.transact(system, async (tx) => {
        const mirrors = await lockPartnerMirrors(tx, ids);
        const affected = ids.map((partnerId) => ({ partnerId, factIds: [], days: [], since: QUARTER.from, deals: [] }));
        await settlePartners(tx, { mirrors, affected, now: NOW });
      });
    }
  });
  await Promise.all(hands);
}

await withBench(async ({ ownerUrl, owner, secret }) => {
  console.log(`${process.version}, ${os.cpus().length} cores, ${PARTNERS} partners, ${PARTNERS * DEALS} deals`);
  const benefits = await openDatabase({ url: serviceUrl(ownerUrl, "benefits", secret) });
  const run = <Row>(text: string) => owner.transact(system, (tx) => tx.many<Row>("", unchecked(), text, []));
  await owner.transact(system, async (tx) => {
    await tx.run(
      "",
      "insert into benefits.program_version (sequence, program, version, source) values (1, 'rewarded', '1', $1)",
      [PROGRAM],
    );
    await fillRewards(tx, { partners: PARTNERS, deals: DEALS });
  });
  const ids = await run<{ id: string }>("select partner_id as id from benefits.standing order by 1");
  /** What was posted, by partner and account: equal before anything is compared. */
  const posted = async () =>
    (
      await run<{ digest: string }>(
        `select md5(string_agg(line, ',' order by line)) as digest from (
           select partner_id || account || sum(amount_minor) || ' ' || count(*) as line from benefits.posting group by partner_id, account
         ) as sums`,
      )
    )[0]?.digest;
  const clear = async () => {
    await run("update benefits.standing set ledger_sequence = 0, ledger_hash = repeat('0', 64)");
    await settle(ownerUrl);
    // Afterwards: a ledger that was found empty when it was analysed would be read whole by every plan, until the next analysis.
    await run("truncate benefits.posting, benefits.ledger_transaction, benefits.account_balance, benefits.credit");
  };
  const [sql, ours]: [number[], number[]] = [[], []];
  const memory = watchMemory();
  for (let round = 0; round < ROUNDS; round++) {
    await clear();
    sql.push((await timed(() => owner.transact(system, accrueBySql))).ms);
    const expected = await posted();
    await clear();
    ours.push(
      (
        await timed(() =>
          settleAll(
            benefits,
            ids.map(({ id }) => id),
          ),
        )
      ).ms,
    );
    if ((await posted()) !== expected) throw new Error("What was posted differs");
    console.log(`round ${round + 1}: SQL ${(sql.at(-1) ?? 0).toFixed(0)} ms, ours ${(ours.at(-1) ?? 0).toFixed(0)} ms`);
  }
  const times = ours.map((ms, i) => ms / (sql[i] ?? Number.NaN));
  console.log(`ours takes ${median(times).toFixed(2)} times as long (${spread(times)}); aim 3`);
  console.log(`memory: ${memory.stop()} MB at most`);
  await benefits.close();
});
