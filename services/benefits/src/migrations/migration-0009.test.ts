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
import { EVENTS, type EventBody } from "@tiergraph/schema/events";
import { expect, test } from "vitest";
import { reconcileLedger } from "../reconcile/reconcile-ledger.action.js";
import { TABLES } from "../service.js";
import { onCustomersRekeyed } from "../upstream/on-customers-rekeyed.js";
import { onFactsRecorded } from "../upstream/on-facts-recorded.js";
import { benefitsMigrations } from "./migrations.js";

const SECRET = "a secret of tests";
const PROGRAM = `
program: older
version: "1"
currency: USD
measures: { revenue: { sum: amount, of: deal.won } }
tiers: { base: { rank: 0, why: Everyone. } }
rebates:
  start: { of: deal.won, rate: { base: 10% }, from-first-deal: 6 months, why: A start is hard. }
registrations: { protects: { base: 60 days }, approval: automatic, why: Who found it should win it. }
`;

test("after an upgrade customers are known by the keys of today, and what follows from them is judged anew", async () => {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), "tiergraph-benefits-"));
  const postgres = await startEmbeddedPostgres({ directory, database: "benefits_test", isDurable: false });
  await provisionServices(postgres.ownerUrl, SECRET);
  // What is written below, today's code writes: into one table that came later, too.
  const before = benefitsMigrations.migrations.filter(
    ({ name }) => name < "migration-0009" || name === "migration-0012",
  );
  await migrateService(postgres.ownerUrl, { service: "benefits", migrations: before });
  await provisionJobs(postgres.ownerUrl);
  const owner = await openDatabase({ url: postgres.ownerUrl });
  const entities = TABLES.map(({ entity }) => entity);
  const db = await openDatabase({ url: serviceUrl(postgres.ownerUrl, "benefits", SECRET), entities });
  const clock = { now: () => new Date("2026-03-10T12:00:00Z") };
  const run = <Row>(text: string, values: unknown[] = []) =>
    owner.transact(systemViewer("test"), (tx) => tx.many<Row>("", unchecked(), text, values));

  await run("insert into benefits.program_version (sequence, program, version, source) values (1, 'older', '1', $1)", [
    PROGRAM,
  ]);
  const [first, second, third] = [newId(), newId(), newId()];
  for (const partnerId of [first, second, third]) {
    await run("insert into benefits.standing (partner_id) values ($1)", [partnerId]);
    await run("insert into benefits.tier_period values ($1, '2020-01-01', 'base', $2)", [partnerId, newId()]);
  }
  const won = (partnerId: string, on: string, customer: string): EventBody<"FactsRecorded">["facts"][number] => ({
    partnerId,
    factId: newId(),
    revision: 1,
    kind: "deal.won",
    on,
    amountMinor: "10000",
    currency: "USD",
    customer,
    product: null,
    attributes: {},
    externalId: customer,
    isGone: false,
  });
  const stale = won(second, "2026-03-05", "SAS Institute");
  const converting = won(third, "2026-03-06", "Corrected");
  const history = [won(first, "2025-01-05", "Before"), won(first, "2026-03-04", "CocaCola"), stale, converting];
  await onFactsRecorded(
    db,
    clock,
  )({
    name: "FactsRecorded",
    version: 1,
    id: newId(),
    at: clock.now().toISOString(),
    program: "older",
    programVersion: "1",
    facts: history,
  });
  // As if they had been different customers when they were settled, and taken back by a version that looked no further.
  await run("update benefits.paying_fact set customer = 'Coca-Cola' where customer = 'Before'");
  await run("update benefits.paying_fact set customer = 'Else' where customer = 'Corrected'");

  const register = async (partnerId: string, customer: string, key: string, more: { deal?: string } = {}) => {
    const registrationId = newId();
    await run(
      `insert into benefits.deal_registration (partner_id, registration_id, program, program_version, customer, product_line, state,
         idempotency_key, request_hash, requested_at, requested_by, decided_at, protected_until, converted_fact_id)
       values ($1, $2, 'older', '1', $3, 'CRM', $4, $3, '', '2026-03-01', 'test', '2026-03-01', '2026-04-30', $5)`,
      [partnerId, registrationId, customer, more.deal === undefined ? "APPROVED" : "CONVERTED", more.deal ?? null],
    );
    await run("insert into benefits.protection values ($1, $2, $3, 'crm', daterange('2026-03-01', $4::date))", [
      partnerId,
      registrationId,
      `name:${key}`,
      more.deal === undefined ? "2026-04-30" : "2026-03-06",
    ]);
    return registrationId;
  };
  await register(first, "Coca-Cola", "coca cola");
  await register(second, "CocaCola", "cocacola");
  await register(third, "Corrected", "corrected", { deal: converting.factId });
  const contested = await register(first, "Institute", "institute");
  await run(
    `insert into benefits.registration_conflict (partner_id, conflict_id, registration_id, deal_partner_id, deal_fact_id, deal_on,
       deal_customer, found_at, state)
     values ($1, $2, $3, $4, $5, '2026-03-05', 'SAS Institute', now(), 'OPEN')`,
    [first, newId(), contested, second, stale.factId],
  );

  await migrateService(postgres.ownerUrl, benefitsMigrations);
  const protections = "select customer_key as key, isempty(days) as ended from benefits.protection order by 1, 2";
  expect(await run(protections)).toEqual([
    // Both had protected what is one customer: who was first keeps it.
    { key: "name:cocacola", ended: false },
    { key: "name:cocacola", ended: true },
    { key: "name:corrected", ended: false },
    { key: "name:institute", ended: false },
  ]);
  const faults = async () => (await reconcileLedger(db)(null)).faults.map(({ kind, subject }) => [kind, subject]);
  expect(await faults()).toHaveLength(1);

  const jobs = await run<{ payload: unknown }>(
    `select payload from benefits_jobs._private_jobs join benefits_jobs._private_tasks as task on task.id = task_id
     where identifier = 'CustomersRekeyed'`,
  );
  expect(jobs).toHaveLength(1);
  await onCustomersRekeyed(db, clock)(EVENTS.CustomersRekeyed.parse(jobs[0]?.payload));
  expect(await faults()).toEqual([]);
  expect(await run("select state, note from benefits.registration_conflict")).toEqual([
    { state: "CLOSED", note: "The deal was corrected to another customer." },
  ]);
  expect(await run("select state from benefits.deal_registration where customer = 'Corrected'")).toEqual([
    { state: "APPROVED" },
  ]);
  await Promise.all([db.close(), owner.close()]);
  await postgres.stop();
  fs.rmSync(directory, { recursive: true, force: true });
});
