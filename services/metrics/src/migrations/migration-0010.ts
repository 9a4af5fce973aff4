import { Migration } from "@mikro-orm/migrations";

/**
 * The amount of a fact as it was told in another currency, such as "EUR 10000" in minor units: deals alike are looked up by
 * it. A column, since under row-level security no index serves an expression on JSON; few facts have one.
 */
export class Migration0010 extends Migration {
  override up(): void {
    this.addSql(`
      alter table metrics.fact add column told_amount text
        generated always as ((origin ->> 'toldCurrency') || ' ' || (origin ->> 'toldMinor')) stored;
      create index fact_told_alike on metrics.fact (customer_key, told_amount)
        where kind = 'deal.won' and retired_at is null and reversed_on is null and customer_key is not null
          and told_amount is not null;`);
  }
}
