import { Migration } from "@mikro-orm/migrations";
import { partnerTable } from "@tiergraph/kit/database/migration-sql";
import { domainKey, nameKey } from "@tiergraph/kit/values/same-customer";

/** Registrations are bounded, product lines are known by one key, and deals of protected customers are put to a person. */
export class Migration0006 extends Migration {
  override async up(): Promise<void> {
    this.addSql("select set_config('tiergraph.scope', '*', true);");
    await this.foldKeys();
    // Lines that were spelt in several ways may collide where two partners held one each: such a protection stays as it was.
    this.addSql(`
      do $$ declare held record; begin
        for held in select * from benefits.protection loop
          begin
            update benefits.protection set product_line = lower(regexp_replace(product_line, '[^[:alnum:]]', '', 'g'))
            where partner_id = held.partner_id and registration_id = held.registration_id
              and customer_key = held.customer_key;
          exception when exclusion_violation then null;
          end;
        end loop;
      end $$;`);

    this.addSql(`
      create table benefits.registration_attempt (
        partner_id uuid not null references benefits.standing (partner_id),
        on_day date not null,
        asked integer not null check (asked >= 0),
        refused integer not null check (refused >= 0),
        primary key (partner_id, on_day)
      );`);
    this.addSql(partnerTable("benefits", "registration_attempt", ["select", "insert", "update"]));

    this.addSql(`
      create table benefits.registration_conflict (
        -- Whose registration it is.
        partner_id uuid not null,
        -- Made of the registration and the deal.
        conflict_id uuid not null,
        registration_id uuid not null,
        deal_partner_id uuid not null,
        deal_fact_id uuid not null,
        deal_external_id text,
        deal_on date not null,
        deal_customer text not null,
        deal_product text,
        deal_amount_minor bigint,
        deal_currency text,
        found_at timestamptz not null,
        state text not null check (state in ('OPEN', 'DEAL_STANDS', 'REGISTRATION_STANDS')),
        decided_at timestamptz,
        decided_by text,
        note text,
        check ((state = 'OPEN') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
        primary key (partner_id, conflict_id),
        foreign key (partner_id, registration_id) references benefits.deal_registration (partner_id, registration_id)
      );
      create index registration_conflict_by_state on benefits.registration_conflict (state, found_at, conflict_id);
      create index deal_registration_converted on benefits.deal_registration (partner_id, converted_fact_id)
        where converted_fact_id is not null;`);
    this.addSql(partnerTable("benefits", "registration_conflict", ["select", "insert", "update"]));
  }

  /** Customers are known by the domain that they own, and by names without lookalikes, from now on. */
  private async foldKeys(): Promise<void> {
    await this.execute("select set_config('tiergraph.scope', '*', true);");
    const keys = await this.execute("select distinct customer_key from benefits.protection");
    for (const row of keys) {
      const key = String(row.customer_key);
      const [kind = "", text = ""] = [key.slice(0, key.indexOf(":")), key.slice(key.indexOf(":") + 1)];
      const folded = kind === "domain" ? domainKey(text) : nameKey(text);
      if (folded === null || `${kind}:${folded}` === key) continue;
      const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`;
      this.addSql(`
        do $$ begin
          update benefits.protection set customer_key = ${quoted(`${kind}:${folded}`)} where customer_key = ${quoted(key)};
        exception when exclusion_violation or unique_violation then null;
        end $$;`);
    }
  }
}
