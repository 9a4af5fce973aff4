import { Migration } from "@mikro-orm/migrations";

/** A tier by hand may be a floor: at least this one. */
export class Migration0005 extends Migration {
  override up(): void {
    this.addSql(`
      alter table partners.override drop constraint override_kind_check;
      alter table partners.override add constraint override_kind_check
        check (kind in ('TIER', 'TIER_AT_LEAST', 'HOLD', 'APPROVAL'));`);
  }
}
