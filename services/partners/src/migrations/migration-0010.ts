import { Migration } from "@mikro-orm/migrations";

/** Lists of overrides and reviews are read a page at a time, by an index each. */
export class Migration0010 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create index override_listed on partners.override (partner_id, requested_at, override_id);
      create index override_requested on partners.override (requested_at, override_id) where state = 'REQUESTED';
      create index review_listed on partners.review (partner_id, held_on, recorded_at, review_id);`);
  }
}
