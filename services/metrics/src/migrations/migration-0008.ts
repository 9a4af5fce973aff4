import { Migration } from "@mikro-orm/migrations";
import { customerKey } from "../customer/customer-key.js";

/** Customers whose keys are sent in one statement. */
const BATCH = 1_000;

/** Customers are known by names without spaces, and a legal form is one at the end of a name: the kept keys follow. */
export class Migration0008 extends Migration {
  override async up(): Promise<void> {
    await this.execute("select set_config('tiergraph.scope', '*', true);");
    const rows = await this.execute(`
      select customer from metrics.fact where customer is not null
      union select customer from metrics.owned_customer`);
    this.addSql("select set_config('tiergraph.scope', '*', true);");
    this.addSql("create temporary table rekeyed (customer text primary key, key text not null) on commit drop;");
    const keyed = rows.map(({ customer }) => ({ customer: String(customer), key: customerKey(String(customer)) }));
    for (let i = 0; i < keyed.length; i += BATCH) {
      const given = JSON.stringify(keyed.slice(i, i + BATCH)).replaceAll("'", "''");
      this.addSql(`
        insert into rekeyed select * from jsonb_to_recordset('${given}'::jsonb) as given (customer text, key text);`);
    }
    this.addSql("analyze rekeyed;");

    // The index is made anew: one that is kept up row by row takes longer.
    this.addSql(`
      drop index metrics.fact_alike;
      update metrics.fact set customer_key = key from rekeyed
      where fact.customer = rekeyed.customer and fact.customer_key is distinct from rekeyed.key;
      create index fact_alike on metrics.fact (customer_key, amount_minor)
        where kind = 'deal.won' and retired_at is null and reversed_on is null and customer_key is not null;`);

    // Two names of a partner's own customer may be one from now on: the one that was declared first stays.
    this.addSql(`
      create temporary table declared on commit drop as
        select distinct on (partner_id, key) partner_id, key, customer, declared_at, declared_by
        from metrics.owned_customer join rekeyed using (customer) order by partner_id, key, declared_at, customer;
      delete from metrics.owned_customer;
      insert into metrics.owned_customer (partner_id, customer_key, customer, declared_at, declared_by)
      select partner_id, key, customer, declared_at, declared_by from declared;`);
  }
}
