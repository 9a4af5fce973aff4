import { Migration } from "@mikro-orm/migrations";

/** When what was last told of a partner's measures was measured: a placement run that began earlier is passed over. */
export class Migration0009 extends Migration {
  override up(): void {
    this.addSql(`
      alter table metrics.partner add column told_at timestamptz;`);
  }
}
