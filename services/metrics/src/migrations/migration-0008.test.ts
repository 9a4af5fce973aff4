import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { openDatabase } from "@tiergraph/kit/database/database";
import { startEmbeddedPostgres } from "@tiergraph/kit/database/embedded-postgres";
import { migrateService } from "@tiergraph/kit/database/migrate";
import { provisionServices } from "@tiergraph/kit/database/provision";
import { unchecked } from "@tiergraph/kit/database/shape";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { newId } from "@tiergraph/kit/values/ids";
import { expect, test } from "vitest";
import { metricsMigrations } from "./migrations.js";

test("customers of a base from before are known by the keys of today, and what a partner owns is there once", async () => {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), "tiergraph-metrics-"));
  const postgres = await startEmbeddedPostgres({ directory, database: "metrics_test", isDurable: false });
  await provisionServices(postgres.ownerUrl, "a secret of tests");
  const before = metricsMigrations.migrations.filter(({ name }) => name < "migration-0008");
  await migrateService(postgres.ownerUrl, { service: "metrics", migrations: before });
  const owner = await openDatabase({ url: postgres.ownerUrl });
  const run = <Row>(text: string, values: unknown[] = []) =>
    owner.transact(systemViewer("test"), (tx) => tx.many<Row>("", unchecked(), text, values));

  const partnerId = newId();
  await run("insert into metrics.partner (partner_id, tracks, changed_at) values ($1, '{}', now())", [partnerId]);
  const keysBefore = [
    ["Coca-Cola", "coca cola"],
    ["CocaCola", "cocacola"],
    ["SAS Institute", "institute"],
    ['O\'Neill "& Sons"?', "oneill sons"],
    ["shop.acme.co.uk", "acme.co.uk"],
  ];
  for (const [customer, key] of keysBefore) {
    await run(
      `insert into metrics.fact (partner_id, fact_id, revision, family, kind, external_id, occurred_on, amount_minor, currency,
         customer, customer_key, attributes, recorded_at, recorded_by)
       values ($1, $2, 1, 'deal', 'deal.won', $3, '2026-02-03', 100, 'USD', $3, $4, '{}', now(), 'test')`,
      [partnerId, newId(), customer, key],
    );
    await run("insert into metrics.owned_customer values ($1, $2, $3, now(), 'test')", [partnerId, key, customer]);
  }

  await migrateService(postgres.ownerUrl, metricsMigrations);
  expect(await run("select customer, customer_key as key from metrics.fact order by customer_key, customer")).toEqual([
    { customer: "shop.acme.co.uk", key: "acme.co.uk" },
    { customer: "Coca-Cola", key: "cocacola" },
    { customer: "CocaCola", key: "cocacola" },
    { customer: 'O\'Neill "& Sons"?', key: "oneillsons" },
    { customer: "SAS Institute", key: "sasinstitute" },
  ]);
  expect(await run("select customer, customer_key as key from metrics.owned_customer order by customer_key")).toEqual([
    { customer: "shop.acme.co.uk", key: "acme.co.uk" },
    { customer: "Coca-Cola", key: "cocacola" },
    { customer: 'O\'Neill "& Sons"?', key: "oneillsons" },
    { customer: "SAS Institute", key: "sasinstitute" },
  ]);
  await owner.close();
  await postgres.stop();
  fs.rmSync(directory, { recursive: true, force: true });
});
