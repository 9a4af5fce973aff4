import { Migration } from "@mikro-orm/migrations";
import { partnerTable, sharedTable } from "@tiergraph/kit/database/migration-sql";

/** Cohorts: saved sets of partners. */
export class Migration0003 extends Migration {
  override up(): void {
    this.addSql(`
      create table partners.cohort (
        name text primary key,
        description text not null,
        is_rule boolean not null,
        -- Of a rule; a null asks nothing.
        tiers text[],
        regions text[],
        countries text[],
        tracks text[],
        joined_from date,
        joined_before date,
        saved_at timestamptz not null,
        saved_by text not null,
        check (is_rule = (coalesce(tiers, regions, countries, tracks) is not null
          or joined_from is not null or joined_before is not null))
      );
      create table partners.cohort_member (
        partner_id uuid not null references partners.partner (partner_id),
        cohort text not null references partners.cohort (name) on delete cascade,
        primary key (partner_id, cohort)
      );
      create index on partners.cohort_member (cohort);`);
    this.addSql(sharedTable("partners", "cohort", ["select", "insert", "update", "delete"]));
    this.addSql(partnerTable("partners", "cohort_member", ["select", "insert", "delete"]));
  }
}
