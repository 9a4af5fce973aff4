import { Migration } from "@mikro-orm/migrations";

/** An export counts how often it was begun since it last kept a part: what ends its runners is set aside. */
export class Migration0007 extends Migration {
  override up(): void {
    this.addSql(`
      alter table metrics.export add column claims integer not null default 0 check (claims >= 0);`);
  }
}
