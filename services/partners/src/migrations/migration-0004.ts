import { Migration } from "@mikro-orm/migrations";

/** People leave a partner for another. */
export class Migration0004 extends Migration {
  override up(): void {
    this.addSql(`
      alter table partners.person
        add column left_on date,
        -- Who the person is at the partner that it left for.
        add column moved_to_partner_id uuid,
        add column moved_to_person_id uuid,
        add check ((left_on is null) = (moved_to_partner_id is null)),
        add check ((left_on is null) = (moved_to_person_id is null));`);
  }
}
