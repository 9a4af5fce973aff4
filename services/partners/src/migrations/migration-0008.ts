import { Migration } from "@mikro-orm/migrations";
import { partnerTable } from "@tiergraph/kit/database/migration-sql";
import { wordsOf } from "../partner/index.js";

const PARTNERS_AT_ONCE = 5_000;

/** Partners are found by words of their names, and listed by risk, by progress and by the day they joined. */
export class Migration0008 extends Migration {
  override async up(): Promise<void> {
    await this.execute("select set_config('tiergraph.scope', '*', true);");
    await this.execute(`
      create table partners.partner_word (
        partner_id uuid not null,
        word text not null,
        constraint partner_word_pkey primary key (partner_id, word)
      );`);
    await this.execute(partnerTable("partners", "partner_word", ["select", "insert", "delete"]));
    await this.addWords();
    await this.addProgress();
    // After the rows: an index is built faster than it is kept. The last locks are the shortest: the version before serves on.
    await this.execute(`
      create index partner_word_word_partner_id_idx on partners.partner_word (word text_pattern_ops, partner_id);
      create index outlook_partner_id_idx on partners.outlook (partner_id) where is_at_risk is not false;
      create index partner_joined_on_partner_id_idx on partners.partner (joined_on, partner_id);`);
  }

  /** Of what is known; no table is written anew, which would keep its readers out. */
  private async addProgress(): Promise<void> {
    await this.execute(`
      alter table partners.outlook add column is_at_risk boolean, add column progress numeric, add column partner_progress numeric;`);
    await this.execute(`
      update partners.outlook set
        is_at_risk = (body::json ->> 'isAtRisk')::boolean,
        progress = coalesce((body::json -> 'next' ->> 'fraction')::numeric, -1),
        partner_progress = case when partner_body is not null
          then coalesce((partner_body::json -> 'next' ->> 'fraction')::numeric, -1) end;`);
  }

  private async addWords(): Promise<void> {
    const pageAfter = (partnerId: string) => `
      select partner_id, name, code from partners.partner where partner_id > '${partnerId}'::uuid
      order by partner_id limit ${PARTNERS_AT_ONCE}`;
    let partners = await this.execute(pageAfter("00000000-0000-0000-0000-000000000000"));
    while (partners.length > 0) {
      const rows = partners.flatMap(
        ({ partner_id, name, code }) =>
          wordsOf(String(name), String(code)).map((word) => `('${String(partner_id)}', '${word}')`), // Letters and digits.
      );
      if (rows.length > 0) await this.execute(`insert into partners.partner_word values ${rows.join(", ")}`);
      partners = await this.execute(pageAfter(String(partners.at(-1)?.partner_id)));
    }
  }
}
