import { Migration } from "@mikro-orm/migrations";
import { partnerTable } from "@tiergraph/kit/database/migration-sql";

/** What decisions imply is kept beside the tier statuses: worked out from now on as they are made, and once for all that hold. */
export class Migration0007 extends Migration {
  override async up(): Promise<void> {
    this.addSql("select set_config('tiergraph.scope', '*', true);");
    this.addSql(`
      create table partners.outlook (
        partner_id uuid not null,
        decision_id uuid not null,
        sequence int not null,
        format smallint not null,
        body text not null,
        partner_body text null,
        constraint outlook_pkey primary key (partner_id)
      );`);
    this.addSql(partnerTable("partners", "outlook", ["select", "insert", "update"]));
    this.keepOfAll();
  }

  /** A base that is new has no queue yet, and no status. */
  private keepOfAll(): void {
    this.addSql(`
      do $$ begin
        if to_regprocedure('partners_jobs.publish(text, json)') is null then return; end if;
        perform partners_jobs.add_job('PartnersPlaced', priority => 10, payload => json_build_object('name', 'PartnersPlaced', 'version', 1,
          'id', gen_random_uuid(), 'at', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'partnerIds', json_agg(partner_id)))
        from (select partner_id, row_number() over (order by partner_id) / 500 as batch from partners.tier_status) as placed
        group by batch;
      end $$;`);
  }
}
