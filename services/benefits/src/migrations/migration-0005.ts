import { Migration } from "@mikro-orm/migrations";

/** Each version's first day: a deal is paid by the version of its own day, whenever it comes. */
export class Migration0005 extends Migration {
  override up(): void {
    // Versions that are known already were announced without their day. This one statement reads another service's table, as the
    // owner and once; versions that stay without a day count for every day.
    this.addSql(`
      alter table benefits.program_version add column effective_on date;
      alter table benefits.program_version disable trigger append_only;
      do $$ begin
        if to_regclass('partners.program_version') is not null then
          update benefits.program_version as known set effective_on = published.effective_on
          from partners.program_version as published
          where published.program = known.program and published.version = known.version;
        end if;
      end $$;
      alter table benefits.program_version enable trigger append_only;`);
  }
}
