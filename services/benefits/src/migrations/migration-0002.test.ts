import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { openDatabase } from "@tiergraph/kit/database/database";
import { startEmbeddedPostgres } from "@tiergraph/kit/database/embedded-postgres";
import { migrateService } from "@tiergraph/kit/database/migrate";
import { provisionServices, serviceUrl } from "@tiergraph/kit/database/provision";
import { unchecked } from "@tiergraph/kit/database/shape";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { provisionJobs } from "@tiergraph/kit/jobs/provision-jobs";
import { newId } from "@tiergraph/kit/values/ids";
import { expect, test } from "vitest";
import { listBalances } from "../ledger/ledger.store.js";
import { reconcileLedger } from "../reconcile/reconcile-ledger.action.js";
import { Migration0001 } from "./migration-0001.js";
import { benefitsMigrations } from "./migrations.js";

const SECRET = "a secret of tests";
const PROGRAM = `
program: older
version: "1"
currency: USD
measures: { revenue: { sum: amount, of: deal.won } }
tiers: { base: { rank: 0, why: Everyone. } }
rebates: { deal-rebate: { of: deal.won, rate: { base: 5% }, why: "It \\"pays\\", née Rabatt." } }
`;

test("a ledger from before entries were chained is chained, balanced and reconciled after the upgrade", async () => {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), "tiergraph-benefits-"));
  const postgres = await startEmbeddedPostgres({ directory, database: "benefits_test", isDurable: false });
  await provisionServices(postgres.ownerUrl, SECRET);
  await migrateService(postgres.ownerUrl, {
    service: "benefits",
    migrations: [{ name: "migration-0001", class: Migration0001 }],
  });
  await provisionJobs(postgres.ownerUrl);
  const owner = await openDatabase({ url: postgres.ownerUrl });
  const run = (text: string, values: unknown[] = []) =>
    owner.transact(systemViewer("test"), (tx) => tx.many("", unchecked(), text, values));

  await run("insert into benefits.program_version (sequence, program, version, source) values (1, 'older', '1', $1)", [
    PROGRAM,
  ]);
  const [earner, owing] = [newId(), newId()];
  /** An entry as it was written then: what a deal earned, or a correction of it. */
  const entry = async (
    partnerId: string,
    factId: string,
    amount: number,
    more: { kind?: string; base?: number } = {},
  ) => {
    const { kind = "REBATE_ACCRUED", base = amount * 20 } = more;
    await owner.transact(systemViewer("test"), async (tx) => {
      const transactionId = newId();
      await tx.run(
        "",
        `insert into benefits.ledger_transaction (partner_id, transaction_id, kind, occurred_on, recorded_at, rule, fact_id, tier,
           rate, base_minor, program_version, explanation)
         values ($1, $2, $3, '2026-02-03', $4, 'deal-rebate', $5, 'base', '0.05', $6, '1', $7)`,
        [
          partnerId,
          transactionId,
          kind,
          new Date("2026-02-03T04:05:06.789Z"),
          factId,
          base,
          'Rebate: "née"\tof a deal\\.',
        ],
      );
      for (const [account, sign] of [["partner:earned", 1] as const, ["program:rebates", -1] as const])
        await tx.run(
          "",
          "insert into benefits.posting (partner_id, transaction_id, account, amount_minor, currency) values ($1, $2, $3, $4, 'USD')",
          [partnerId, transactionId, account, sign * amount],
        );
    });
  };
  for (const partnerId of [earner, owing]) {
    await run("insert into benefits.standing (partner_id) values ($1)", [partnerId]);
    await run("insert into benefits.tier_period values ($1, '2026-01-01', 'base', $2)", [partnerId, newId()]);
  }
  const facts = [newId(), newId()];
  for (const [i, factId] of facts.entries()) {
    await run(
      `insert into benefits.paying_fact (partner_id, fact_id, revision, kind, occurred_on, amount_minor, currency, attributes, program, program_version)
       values ($1, $2, 1, 'deal.won', '2026-02-03', $3, 'USD', '{}', 'older', '1')`,
      [earner, factId, 20_000 * (i + 1)],
    );
    await entry(earner, factId, 1_000 * (i + 1));
  }
  // Given, and taken back by more than there was: the balance went below zero.
  const gone = newId();
  await run(
    `insert into benefits.paying_fact (partner_id, fact_id, revision, kind, occurred_on, amount_minor, currency, attributes, program, program_version)
     values ($1, $2, 2, 'deal.won', '2026-02-03', 0, 'USD', '{}', 'older', '1')`,
    [owing, gone],
  );
  await entry(owing, gone, 700);
  await entry(owing, gone, -1_200, { kind: "REBATE_CORRECTED", base: 0 });
  await entry(owing, gone, 500, { kind: "REBATE_CORRECTED", base: 0 });
  await entry(owing, newId(), -300, { kind: "REBATE_CORRECTED", base: 0 });
  for (const [partnerId, balance] of [[earner, 3_000] as const, [owing, -300] as const])
    for (const [account, sign] of [["partner:earned", 1] as const, ["program:rebates", -1] as const])
      await run("insert into benefits.account_balance values ($1, $2, 'USD', $3)", [
        partnerId,
        account,
        sign * balance,
      ]);

  await migrateService(postgres.ownerUrl, benefitsMigrations);
  const db = await openDatabase({ url: serviceUrl(postgres.ownerUrl, "benefits", SECRET) });
  const balances = await listBalances(db.readAs(systemViewer("benefits")), [earner, owing]);
  const of = (partnerId: string, account: string) =>
    balances.find((row) => row.partnerId === partnerId && row.account === account)?.balanceMinor;
  expect([of(earner, "partner:earned"), of(owing, "partner:earned"), of(owing, "partner:debt")]).toEqual([
    3_000n,
    0n,
    -300n,
  ]);
  const { checked, faults } = await reconcileLedger(db)(null);
  expect(checked).toBe(2);
  // The one entry that is of no fact at all is named; nothing else is.
  expect(faults).toMatchObject([{ partnerId: owing, kind: "REWARD", expected: "0.00 USD", found: "-3.00 USD" }]);
  await Promise.all([db.close(), owner.close()]);
  await postgres.stop();
  fs.rmSync(directory, { recursive: true, force: true });
});
