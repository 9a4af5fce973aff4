import { Migration } from "@mikro-orm/migrations";
import { nameKey } from "@tiergraph/kit/values/same-customer";

/** Protections whose keys are written by one statement. */
const BATCH = 1_000;

/**
 * Customers are known by names without spaces, and a legal form is one at the end of a name: the keys of protections follow.
 * What follows from customers is then judged anew by a job of the service, since it is more than SQL knows.
 */
export class Migration0009 extends Migration {
  override async up(): Promise<void> {
    await this.rekeyProtections();
    this.judgeAnew();
  }

  private async rekeyProtections(): Promise<void> {
    await this.execute("select set_config('tiergraph.scope', '*', true);");
    // Who was protected first comes first.
    const rows = await this.execute(`
      select partner_id, registration_id, customer_key, customer
      from benefits.protection join benefits.deal_registration using (partner_id, registration_id)
      where customer_key like 'name:%' order by lower(days), registration_id`);
    const moved = rows.flatMap((row, place) => {
      const name = nameKey(String(row.customer));
      const { partner_id: partnerId, registration_id: registrationId, customer_key: was } = row;
      return name === null || was === `name:${name}`
        ? []
        : [{ partnerId, registrationId, was, key: `name:${name}`, place }];
    });
    const batches = Array.from({ length: Math.ceil(moved.length / BATCH) }, (_, i) => {
      const given = JSON.stringify(moved.slice(i * BATCH, (i + 1) * BATCH)).replaceAll("'", "''");
      return `jsonb_to_recordset('${given}'::jsonb)
        as given ("partnerId" uuid, "registrationId" uuid, was text, key text, place integer)`;
    });

    this.addSql("select set_config('tiergraph.scope', '*', true);");
    // A new key may be the old one of another customer, which is to leave it first.
    for (const given of batches)
      this.addSql(`
        update benefits.protection set customer_key = 'moving ' || registration_id || customer_key from ${given}
        where partner_id = "partnerId" and registration_id = "registrationId" and customer_key = was;`);
    // Two partners may have protected what is one customer from now on: the first keeps it, the other's days end before they begin.
    for (const given of batches)
      this.addSql(`
        do $rekey$ declare moved record; begin
          for moved in select *, 'moving ' || "registrationId" || was as moving from ${given} order by place loop
            begin
              update benefits.protection set customer_key = moved.key
              where partner_id = moved."partnerId" and registration_id = moved."registrationId" and customer_key = moved.moving;
            exception when exclusion_violation then
              update benefits.protection set customer_key = moved.key, days = 'empty'
              where partner_id = moved."partnerId" and registration_id = moved."registrationId" and customer_key = moved.moving;
            end;
          end loop;
        end $rekey$;`);
  }

  /**
   * First deals that pay are found by customer; and deals that were taken back or corrected by an earlier version still have their
   * conflicts and conversions. A base that is new has no queue yet, and nothing to judge.
   */
  private judgeAnew(): void {
    this.addSql(`
      do $$ begin
        if to_regprocedure('benefits_jobs.publish(text, json)') is null then return; end if;
        perform benefits_jobs.publish('CustomersRekeyed', json_build_object('name', 'CustomersRekeyed', 'version', 1,
          'id', gen_random_uuid(), 'at', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'partnerIds', json_agg(partner_id)))
        from (
          select partner_id, row_number() over (order by partner_id) / 100 as batch from (
            select deal_partner_id as partner_id from benefits.registration_conflict where state = 'OPEN'
            union select partner_id from benefits.deal_registration where converted_fact_id is not null
            union select partner_id from benefits.paying_fact where customer is not null and exists (
              select from benefits.program_version where source like '%from-first-deal%'
            )
          ) as concerned
        ) as batches
        group by batch;
      end $$;`);
  }
}
